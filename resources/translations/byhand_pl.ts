<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
    <context>
        <name>AddFriend</name>
        <message>
            <source>Add a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj znajomego</translation>
        </message>
        <message>
            <source>How to add them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jak dodać</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ktoś w pobliżu</translation>
        </message>
        <message>
            <source>Invite link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Link z zaproszeniem</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zamknij</translation>
        </message>
        <message>
            <source>Find by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szukaj po nazwie</translation>
        </message>
        <message>
            <source>Find somebody nearby by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szukaj po nazwie kogoś w pobliżu</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź połączenie…</translation>
        </message>
        <message numerus="yes">
            <source>and %n more: search by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>i jeszcze %Ln: szukaj po nazwie</numerusform>
                <numerusform>i jeszcze %Ln: szukaj po nazwie</numerusform>
                <numerusform>i jeszcze %Ln: szukaj po nazwie</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj: {name}</translation>
        </message>
        <message>
            <source>They need Byhand open on the same network, with “Add a friend” open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Druga osoba musi mieć otwarty Byhand w tej samej sieci, w oknie „Dodaj znajomego”.</translation>
        </message>
        <message>
            <source>Nobody nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikogo w pobliżu</translation>
        </message>
        <message>
            <source>This is my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To mój własny komputer</translation>
        </message>
        <message>
            <source>Look again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szukaj ponownie</translation>
        </message>
        <message>
            <source>How long the link works</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jak długo działa link</translation>
        </message>
        <message>
            <source>The invitation as a QR code</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaproszenie jako kod QR</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj</translation>
        </message>
        <message>
            <source>Make a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Utwórz nowe</translation>
        </message>
        <message>
            <source>Also reachable at…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dostępność także pod adresem…</translation>
        </message>
        <message>
            <source>Use</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Użyj</translation>
        </message>
        <message>
            <source>There is no invitation yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie ma jeszcze zaproszenia</translation>
        </message>
        <message>
            <source>Waiting for someone to use this link…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czekamy, aż ktoś użyje tego linku…</translation>
        </message>
        <message>
            <source>{name} used your link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój link wykorzystuje {name}</translation>
        </message>
        <message>
            <source>{name} used an earlier link of yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój wcześniejszy link wykorzystuje {name}</translation>
        </message>
        <message>
            <source>This invitation has expired</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To zaproszenie wygasło</translation>
        </message>
        <message>
            <source>Making an invitation…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tworzenie zaproszenia…</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano</translation>
        </message>
        <message>
            <source>Your invitation link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój link z zaproszeniem</translation>
        </message>
        <message>
            <source>HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>HOST lub HOST:PORT</translation>
        </message>
        <message>
            <source>A further address where you can be reached, HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodatkowy adres, pod którym można się z tobą połączyć, HOST lub HOST:PORT</translation>
        </message>
        <message>
            <source>Make a link with this address</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Utwórz link z tym adresem</translation>
        </message>
        <message>
            <source>Send this link, or let them scan the code. It works once.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij ten link albo daj zeskanować kod. Działa tylko raz.</translation>
        </message>
        <message>
            <source>Invite someone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaproś kogoś</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 godzina</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>24 godziny</translation>
        </message>
        <message>
            <source>7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>7 dni</translation>
        </message>
        <message>
            <source>The link you were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otrzymany link</translation>
        </message>
        <message>
            <source>Add whoever sent the link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj nadawcę linku</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Poproś o nowe</translation>
        </message>
        <message>
            <source>Copies what you can write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuje to, co możesz napisać</translation>
        </message>
        <message>
            <source>Paste the link you were sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wklej otrzymany link.</translation>
        </message>
        <message>
            <source>Got an invitation?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Masz zaproszenie?</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Łączenie…</translation>
        </message>
        <message>
            <source>{name} is your friend now. Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty jesteście teraz znajomymi. Jeszcze bez weryfikacji – możecie porównać kody w każdej chwili</translation>
        </message>
        <message>
            <source>Copied — paste it where you write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano – wklej tam, gdzie do siebie piszecie</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Why?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dlaczego?</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ustawienia</translation>
        </message>
        <message>
            <source>You're offline — continues when you're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jesteś offline – ciąg dalszy, gdy wrócisz</translation>
        </message>
        <message>
            <source>Can't look for people nearby (the network blocks it). Friends still work</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można szukać osób w pobliżu (sieć to blokuje). Ze znajomymi wszystko działa</translation>
        </message>
        <message>
            <source>Another program uses our port — using {port} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny program używa naszego portu – zamiast niego działa {port}</translation>
        </message>
    </context>
    <context>
        <name>ChoiceButton</name>
        <message>
            <source>{name}: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}: {choice}</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>Byhand keeps running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand działa dalej w zasobniku</translation>
        </message>
        <message numerus="yes">
            <source>Byhand keeps running: %n transfer(s) under way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand działa dalej: %Ln transfer w toku</numerusform>
                <numerusform>Byhand działa dalej: %Ln transfery w toku</numerusform>
                <numerusform>Byhand działa dalej: %Ln transferów w toku</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz</translation>
        </message>
        <message>
            <source>Quit instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jednak zakończ</translation>
        </message>
    </context>
    <context>
        <name>ConnectionCheck</name>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano</translation>
        </message>
        <message>
            <source>Copy command</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj polecenie</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz ustawienia</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie</translation>
        </message>
        <message>
            <source>{verb}: {step}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{verb}: {step}</translation>
        </message>
        <message>
            <source>Check connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź połączenie</translation>
        </message>
        <message>
            <source>Check the connection with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź połączenie: {name}</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź ponownie</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zamknij</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szczegóły</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki</translation>
        </message>
        <message>
            <source>Technical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Techniczne</translation>
        </message>
        <message>
            <source>Group</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Grupa</translation>
        </message>
        <message>
            <source>Close details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zamknij szczegóły</translation>
        </message>
    </context>
    <context>
        <name>DragOut</name>
        <message numerus="yes">
            <source>{name} and %n more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} i jeszcze %Ln</numerusform>
                <numerusform>{name} i jeszcze %Ln</numerusform>
                <numerusform>{name} i jeszcze %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Choose files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wybierz pliki…</translation>
        </message>
        <message>
            <source>Drop, then choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Upuść, a potem wybierz znajomego</translation>
        </message>
        <message>
            <source>Drop files or folders here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Upuść tu pliki lub foldery</translation>
        </message>
        <message>
            <source>or straight onto a friend on the left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>albo prosto na znajomego na liście</translation>
        </message>
        <message>
            <source>They go straight from your computer to your friend's, encrypted.
Nothing is stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Trafiają prosto z twojego komputera na komputer znajomego, zaszyfrowane.
Po drodze nic nie jest przechowywane.</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ktoś w pobliżu</translation>
        </message>
        <message>
            <source>Invite by link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaproś linkiem</translation>
        </message>
        <message>
            <source>Find each other in one room, or send them an invitation link.
Then drop files on their name: they go straight to their computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajdźcie się w jednym pomieszczeniu albo wyślij link z zaproszeniem.
Potem upuść pliki na imię: trafią prosto na tamten komputer.</translation>
        </message>
        <message>
            <source>Add your first friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj pierwszego znajomego</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>…</translation>
        </message>
        <message>
            <source>Name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Rozmiar</translation>
        </message>
        <message>
            <source>State</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Stan</translation>
        </message>
        <message>
            <source>Progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Postęp</translation>
        </message>
        <message>
            <source>saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zapisano jako {name}</translation>
        </message>
        <message>
            <source>Find a file</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajdź plik</translation>
        </message>
        <message>
            <source>Only problems</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tylko problemy</translation>
        </message>
        <message>
            <source>The files are being counted.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Trwa liczenie plików.</translation>
        </message>
        <message>
            <source>No file called “{text}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie ma pliku o nazwie „{text}”.</translation>
        </message>
        <message>
            <source>No problems.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Brak problemów.</translation>
        </message>
        <message>
            <source>The list of files was not kept, as nothing came of it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Listy plików nie zachowano, bo nic z tego nie wyszło.</translation>
        </message>
        <message>
            <source>The files are not known yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki nie są jeszcze znane.</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki</translation>
        </message>
        <message>
            <source>Leave this file out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pomiń ten plik</translation>
        </message>
        <message numerus="yes">
            <source>Leave %n file(s) out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Pomiń %Ln plik</numerusform>
                <numerusform>Pomiń %Ln pliki</numerusform>
                <numerusform>Pomiń %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż w folderze</translation>
        </message>
        <message>
            <source>Try again what failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie z nieudanymi</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten pulpit nie pozwala uruchamiać Byhand przy logowaniu.</translation>
        </message>
        <message>
            <source>Welcome to Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Witaj w Byhand</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osoby w pobliżu widzą mnie przez 10 minut</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Uruchamiaj przy logowaniu</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaczynamy</translation>
        </message>
        <message>
            <source>Files go straight from your computer to your friend's, encrypted.
No account, nothing stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki trafiają prosto z twojego komputera na komputer znajomego, zaszyfrowane.
Bez konta, po drodze nic nie jest przechowywane.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twoja nazwa</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten komputer</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisuj pliki w</translation>
        </message>
        <message>
            <source>The firewall may ask once — allow private networks.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapora może raz zapytać – zezwól na sieci prywatne.</translation>
        </message>
    </context>
    <context>
        <name>FriendList</name>
        <message>
            <source>{name} ({computer})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ({computer})</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj</translation>
        </message>
        <message>
            <source>Not a friend yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze nie znajomy</translation>
        </message>
        <message>
            <source>My computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Moje komputery</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomi</translation>
        </message>
        <message>
            <source>No friend called “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie ma znajomego o nazwie „{name}”.</translation>
        </message>
        <message>
            <source>Nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W pobliżu</translation>
        </message>
        <message>
            <source>Nobody nearby. They need “Add a friend” open in Byhand, on the same network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikogo w pobliżu. Druga osoba musi mieć w Byhand otwarte „Dodaj znajomego”, w tej samej sieci.</translation>
        </message>
        <message numerus="yes">
            <source>%n online</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln online</numerusform>
                <numerusform>%Ln online</numerusform>
                <numerusform>%Ln online</numerusform>
            </translation>
        </message>
        <message>
            <source>verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zweryfikowano</translation>
        </message>
        <message>
            <source>my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>mój własny komputer</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln czeka</numerusform>
                <numerusform>%Ln czekają</numerusform>
                <numerusform>%Ln czeka</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, nearby, not a friend yet, press Enter to add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}, w pobliżu, jeszcze nie znajomy, naciśnij Enter, aby dodać</translation>
        </message>
        <message>
            <source>{name} at {computer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} na {computer}</translation>
        </message>
        <message>
            <source>Make sure that this is who you mean.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Upewnij się, że to ta osoba, o którą ci chodzi.</translation>
        </message>
        <message>
            <source>Add {name} first — press Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Najpierw dodaj: {name} (przycisk Dodaj)</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them to send files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest na liście blokowanych: odblokuj, aby wysyłać pliki</translation>
        </message>
        <message>
            <source>Nothing is sent to {name} until you say who that is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} nic nie dostanie, dopóki nie powiesz, kto to jest</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej: {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej</translation>
        </message>
        <message numerus="yes">
            <source>Drop to send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Upuść, aby wysłać do %Ln znajomego</numerusform>
                <numerusform>Upuść, aby wysłać do %Ln znajomych</numerusform>
                <numerusform>Upuść, aby wysłać do %Ln znajomych</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop to send</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Upuść, aby wysłać</translation>
        </message>
        <message>
            <source>Drop to send when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Upuść – wyśle się po powrocie</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze bez weryfikacji</translation>
        </message>
        <message>
            <source>{computer} not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{computer} jeszcze bez weryfikacji</translation>
        </message>
        <message>
            <source>Looks like another name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wygląda jak inna nazwa</translation>
        </message>
    </context>
    <context>
        <name>FriendMenu</name>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień nazwę…</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wyślij do %Ln znajomego…</numerusform>
                <numerusform>Wyślij do %Ln znajomych…</numerusform>
                <numerusform>Wyślij do %Ln znajomych…</numerusform>
            </translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij pliki…</translation>
        </message>
        <message>
            <source>When {name} sends files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gdy {name} wysyła pliki…</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ogranicz prędkość…</translation>
        </message>
        <message>
            <source>Add address…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj adres…</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź połączenie…</translation>
        </message>
        <message>
            <source>Identity has changed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość się zmieniła…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kto to jest…</translation>
        </message>
        <message>
            <source>Used on two computers…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Używana na dwóch komputerach…</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody…</translation>
        </message>
        <message>
            <source>Introduce to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Poznaj z…</translation>
        </message>
        <message>
            <source>This is somebody else's computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To komputer kogoś innego</translation>
        </message>
        <message>
            <source>This is my computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To mój komputer</translation>
        </message>
        <message>
            <source>Another computer of…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny komputer osoby…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odblokuj</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokuj…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usuń…</translation>
        </message>
        <message>
            <source>Remove this computer…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usuń ten komputer…</translation>
        </message>
        <message>
            <source>{name} is not there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest poza siecią</translation>
        </message>
    </context>
    <context>
        <name>FriendNotice</name>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie teraz</translation>
        </message>
        <message>
            <source>{name} came by a name you know. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} pojawia się pod nazwą, którą znasz. Nic nie zostanie wysłane, dopóki nie powiesz, kto to jest.</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty nie porównaliście jeszcze kodów.</translation>
        </message>
        <message>
            <source>The identity of {name} is used on two computers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość, którą ma {name}, jest używana na dwóch komputerach.</translation>
        </message>
        <message>
            <source>The identity of {name} has changed. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość, którą ma {name}, zmieniła się. Nic nie zostanie wysłane, dopóki nie powiesz, kto to jest.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody…</translation>
        </message>
        <message>
            <source>Look into it…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź…</translation>
        </message>
    </context>
    <context>
        <name>FriendPicker</name>
        <message>
            <source>Choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wybierz znajomego</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajdź znajomego</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wyślij do %Ln znajomego</numerusform>
                <numerusform>Wyślij do %Ln znajomych</numerusform>
                <numerusform>Wyślij do %Ln znajomych</numerusform>
            </translation>
        </message>
        <message>
            <source>Send the picture to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij obraz do</translation>
        </message>
        <message>
            <source>Send the text to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij tekst do</translation>
        </message>
        <message numerus="yes">
            <source>Send %n item(s) to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wyślij %Ln element do</numerusform>
                <numerusform>Wyślij %Ln elementy do</numerusform>
                <numerusform>Wyślij %Ln elementów do</numerusform>
            </translation>
        </message>
        <message>
            <source>They pass it on to each other</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przekazują to sobie nawzajem</translation>
        </message>
        <message>
            <source>They pass it on to each other: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przekazują to sobie nawzajem: {choice}</translation>
        </message>
        <message>
            <source>Send to which of {name}'s computers?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Na który komputer osoby {name}?</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomy</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odbiorca</translation>
        </message>
        <message>
            <source>Has</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ma</translation>
        </message>
        <message>
            <source>Gave you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Od niego do ciebie</translation>
        </message>
        <message>
            <source>Got from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Od ciebie</translation>
        </message>
        <message>
            <source>Stop</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przestań</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przestań przekazywać</translation>
        </message>
        <message>
            <source>Those who receive it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ci, którzy to odbierają</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wszystkie</translation>
        </message>
        <message>
            <source>Active</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aktywne</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zakończone</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Historia</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transfery</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wstrzymaj wszystkie</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wznów wszystkie</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln w toku</numerusform>
                <numerusform>%Ln w toku</numerusform>
                <numerusform>%Ln w toku</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paused</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln wstrzymany</numerusform>
                <numerusform>%Ln wstrzymane</numerusform>
                <numerusform>%Ln wstrzymanych</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln przekazywany innym</numerusform>
                <numerusform>%Ln przekazywane innym</numerusform>
                <numerusform>%Ln przekazywanych innym</numerusform>
            </translation>
        </message>
        <message>
            <source>{speed} up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wysyłanie {speed}</translation>
        </message>
        <message>
            <source>{speed} down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>odbiór {speed}</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln czeka na twoją odpowiedź</numerusform>
                <numerusform>%Ln czekają na twoją odpowiedź</numerusform>
                <numerusform>%Ln czeka na twoją odpowiedź</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln czeka</numerusform>
                <numerusform>%Ln czekają</numerusform>
                <numerusform>%Ln czeka</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nic w drodze</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Fetch again what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pobierz ponownie to, czego brakuje</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż w folderze</translation>
        </message>
        <message>
            <source>Show text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż tekst</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaproponuj ponownie</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź ponownie</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zdejmij z listy</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej</translation>
        </message>
        <message>
            <source>Time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czas</translation>
        </message>
        <message>
            <source>Direction</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kierunek</translation>
        </message>
        <message>
            <source>Name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa</translation>
        </message>
        <message>
            <source>Person</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osoba</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Rozmiar</translation>
        </message>
        <message>
            <source>Result</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wynik</translation>
        </message>
        <message>
            <source>Actions</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Działania</translation>
        </message>
        <message>
            <source>Not read yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze nie odczytano</translation>
        </message>
        <message>
            <source>Back to transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wróć do transferów</translation>
        </message>
        <message>
            <source>Clear…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyczyść…</translation>
        </message>
        <message>
            <source>Find in history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szukaj w historii</translation>
        </message>
        <message>
            <source>Show everything again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż znowu wszystko</translation>
        </message>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wszystkie</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wysłane</translation>
        </message>
        <message>
            <source>Received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odebrane</translation>
        </message>
        <message>
            <source>Anyone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wszyscy</translation>
        </message>
        <message>
            <source>Any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kiedykolwiek</translation>
        </message>
        <message>
            <source>Find…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szukaj…</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Historia</translation>
        </message>
        <message>
            <source>Today</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dzisiaj</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ostatnie 7 dni</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ostatnie 30 dni</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ostatnie 12 miesięcy</translation>
        </message>
        <message>
            <source>{name} is asked for what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} dostaje prośbę o to, czego brakuje</translation>
        </message>
        <message>
            <source>Offered to {name} again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaproponowano ponownie: {name}</translation>
        </message>
        <message>
            <source>Show transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż transfery</translation>
        </message>
        <message>
            <source>Clear the list?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyczyścić listę?</translation>
        </message>
        <message>
            <source>Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki zostaną na swoim miejscu.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyczyść</translation>
        </message>
        <message>
            <source>Nothing yet. Everything you send and receive is listed here, only on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze nic. Wszystko, co wysyłasz i odbierasz, jest zapisane tutaj, tylko na tym komputerze.</translation>
        </message>
        <message>
            <source>Nothing called “{text}” was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie wysłano ani nie odebrano niczego o nazwie „{text}”</translation>
        </message>
        <message>
            <source>Nothing like that was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie wysłano ani nie odebrano niczego takiego</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln transfer</numerusform>
                <numerusform>%Ln transfery</numerusform>
                <numerusform>%Ln transferów</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Znaleziono %Ln transfer</numerusform>
                <numerusform>Znaleziono %Ln transfery</numerusform>
                <numerusform>Znaleziono %Ln transferów</numerusform>
            </translation>
        </message>
        <message>
            <source>…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>…</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>od: {name}</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>do: {name}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wczoraj</translation>
        </message>
        <message>
            <source>Moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przeniesiono lub usunięto</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dostarczono</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dotarło</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} z %Ln pliku</numerusform>
                <numerusform>{done} z %Ln plików</numerusform>
                <numerusform>{done} z %Ln plików</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Save a copy of your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz kopię swojej tożsamości</translation>
        </message>
        <message>
            <source>Take over an identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przejmij tożsamość</translation>
        </message>
        <message>
            <source>Your identity is saved in {file}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twoja tożsamość jest zapisana w {file}.</translation>
        </message>
        <message>
            <source>A passphrase for the copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hasło do kopii</translation>
        </message>
        <message>
            <source>Whoever has the file and the passphrase is you to all your friends. Keep both safe and apart; the passphrase cannot be looked up anywhere. Several words that do not belong together are a good one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kto ma plik i hasło, jest tobą dla wszystkich twoich znajomych. Trzymaj je w bezpiecznych miejscach, osobno; hasła nie da się nigdzie sprawdzić. Dobre będzie kilka słów, które do siebie nie pasują.</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz</translation>
        </message>
        <message>
            <source>The passphrase of this copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hasło do tej kopii</translation>
        </message>
        <message>
            <source>The one that was chosen when {file} was saved.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To, które wybrano przy zapisie {file}.</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz</translation>
        </message>
        <message numerus="yes">
            <source>Become {name} with %n friend(s)?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Przejąć tożsamość {name} z %Ln znajomym?</numerusform>
                <numerusform>Przejąć tożsamość {name} z %Ln znajomymi?</numerusform>
                <numerusform>Przejąć tożsamość {name} z %Ln znajomymi?</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer takes over the identity of {name} at {computer}, in place of the one it has now. Do not use it on {computer} any more: friends would be warned of two computers with one identity.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten komputer przejmie tożsamość {name} z komputera {computer} w miejsce obecnej. Nie używaj jej więcej na {computer}: znajomi dostaliby ostrzeżenie o dwóch komputerach z jedną tożsamością.</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przejmij</translation>
        </message>
        <message>
            <source>The identity of {name} has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość się zmieniła: {name}</translation>
        </message>
        <message>
            <source>Nothing is sent until you have paired with them again and compared codes.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nic nie zostanie wysłane, dopóki nie sparujecie się ponownie i nie porównacie kodów.</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sparuj ponownie…</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>What do you call {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jak nazywasz tę osobę: {name}?</translation>
        </message>
        <message>
            <source>A name that none of your friends has.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa, której nie ma żaden z twoich znajomych.</translation>
        </message>
        <message>
            <source>Call them that</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Użyj tej nazwy</translation>
        </message>
        <message>
            <source>Forget the old {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapomnieć dotychczasowy kontakt {name}?</translation>
        </message>
        <message>
            <source>What waits for the old computer goes off the list. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To, co czeka na stary komputer, zniknie z listy. Pliki, które już masz, zostaną na swoim miejscu.</translation>
        </message>
        <message>
            <source>Replace the old one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zastąp dotychczasowy</translation>
        </message>
        <message>
            <source>{name} is used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} działa na dwóch komputerach</translation>
        </message>
        <message>
            <source>The identity came from one computer, and now from another one. Either it has moved there, or somebody has a copy of it. Ask {name}; until then every file is asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość przychodziła z jednego komputera, a teraz z innego. Albo została przeniesiona, albo ktoś ma jej kopię. {name} to wyjaśni; do tego czasu będzie pytanie o każdy plik.</translation>
        </message>
        <message>
            <source>It has moved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Została przeniesiona</translation>
        </message>
        <message>
            <source>You have blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest na liście blokowanych</translation>
        </message>
        <message>
            <source>Nothing comes from them, and nothing can be sent to them.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nic stamtąd nie przyjdzie i nic nie można tam wysłać.</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odblokuj</translation>
        </message>
        <message>
            <source>The friend you know</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomy, którego znasz</translation>
        </message>
        <message>
            <source>The newcomer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nowa osoba</translation>
        </message>
        <message>
            <source>They may have a new computer — or it is someone else. Nothing is sent to either of them until you say who is who.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To może być nowy komputer – albo ktoś inny. Nic nie zostanie wysłane do żadnego z nich, dopóki nie powiesz, kto jest kim.</translation>
        </message>
        <message>
            <source>Who is {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kim jest {name}?</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zdecyduję później</translation>
        </message>
        <message>
            <source>Compare codes with the newcomer before you believe that this is {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody z nową osobą, zanim uwierzysz, że to {name}.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody…</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ktoś inny</translation>
        </message>
        <message>
            <source>They get a name of their own; {name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dostanie własną nazwę; {name} bez zmian.</translation>
        </message>
        <message>
            <source>Give a name…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nadaj nazwę…</translation>
        </message>
        <message>
            <source>Another computer of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny komputer osoby {name}</translation>
        </message>
        <message>
            <source>Both are used from now on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Od teraz używane są oba.</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zachowaj oba</translation>
        </message>
        <message>
            <source>{name} on a new computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} na nowym komputerze</translation>
        </message>
        <message>
            <source>The old one is forgotten, with what waits for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Stary zostanie zapomniany razem z tym, co na niego czeka.</translation>
        </message>
        <message>
            <source>Replace the old one…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zastąp dotychczasowy…</translation>
        </message>
        <message>
            <source>Nobody I want to hear of</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikt, o kim chcę słyszeć</translation>
        </message>
        <message>
            <source>{name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} bez zmian.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usuń…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokuj…</translation>
        </message>
        <message>
            <source>Introduced by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przedstawia: {name}</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze bez weryfikacji</translation>
        </message>
        <message>
            <source>Verified on {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zweryfikowano {date}</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hasło</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To samo jeszcze raz</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hasła jeszcze nie są takie same.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Chwileczkę…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anuluj</translation>
        </message>
    </context>
    <context>
        <name>Introduction</name>
        <message>
            <source>Introduce {name} to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Poznaj: {name} i…</translation>
        </message>
        <message>
            <source>Introduce</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Poznaj ze sobą</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anuluj</translation>
        </message>
        <message>
            <source>Both see the name you use for the other, and become friends if both agree.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Każda z osób widzi nazwę, której używasz dla drugiej; zostaną znajomymi, jeśli obie się zgodzą.</translation>
        </message>
        <message>
            <source>Nobody else is there right now. To introduce {name} to somebody, both of them must be online.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikogo innego teraz nie ma. Aby poznać {name} z kimś, obie osoby muszą być online.</translation>
        </message>
        <message>
            <source>Become friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zostańmy znajomymi</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wycofaj</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand</translation>
        </message>
        <message>
            <source>Choose files to send</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wybierz pliki do wysłania</translation>
        </message>
        <message numerus="yes">
            <source>Sending to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wysyłanie do %Ln znajomego</numerusform>
                <numerusform>Wysyłanie do %Ln znajomych</numerusform>
                <numerusform>Wysyłanie do %Ln znajomych</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wybrano %Ln znajomego</numerusform>
                <numerusform>Wybrano %Ln znajomych</numerusform>
                <numerusform>Wybrano %Ln znajomych</numerusform>
            </translation>
        </message>
        <message>
            <source>Make it private</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ustaw jako prywatny</translation>
        </message>
    </context>
    <context>
        <name>Nameless</name>
        <message>
            <source>A friend wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomy chce porównać z tobą kody</translation>
        </message>
        <message>
            <source>A friend introduces somebody to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomy kogoś ci przedstawia</translation>
        </message>
        <message>
            <source>A friend wants to send you something</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomy chce ci coś wysłać</translation>
        </message>
        <message>
            <source>Something is coming from a friend — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Coś nadchodzi od znajomego – przyjęto automatycznie</translation>
        </message>
        <message>
            <source>A friend declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomy nie przyjmuje</translation>
        </message>
        <message>
            <source>A transfer has failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transfer się nie udał</translation>
        </message>
        <message>
            <source>Not all of a transfer has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transfer nie dotarł w całości</translation>
        </message>
        <message>
            <source>Something from a friend has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Coś dotarło od znajomego</translation>
        </message>
        <message>
            <source>What you sent has been delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To, co wysyłasz, zostało dostarczone</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Show report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż raport</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. Nothing is lost</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand nieoczekiwanie się zamknął. Nic nie przepadło</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. One transfer continues now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand nieoczekiwanie się zamknął. Jeden transfer rusza teraz dalej</translation>
        </message>
        <message numerus="yes">
            <source>Byhand closed unexpectedly. %n transfer(s) continue now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand nieoczekiwanie się zamknął. %Ln transfer rusza teraz dalej</numerusform>
                <numerusform>Byhand nieoczekiwanie się zamknął. %Ln transfery ruszają teraz dalej</numerusform>
                <numerusform>Byhand nieoczekiwanie się zamknął. %Ln transferów rusza teraz dalej</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cofnij</translation>
        </message>
        <message>
            <source>Blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokowano: {name}</translation>
        </message>
        <message>
            <source>Not saved. {problem}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie zapisano. {problem}</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ukryj: {text}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ukryj</translation>
        </message>
    </context>
    <context>
        <name>Notification</name>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przyjmij</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odrzuć</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz</translation>
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz te pliki w</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień…</translation>
        </message>
        <message>
            <source>Update the folder already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaktualizuj istniejący folder</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odrzuć</translation>
        </message>
        <message>
            <source>Review…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przejrzyj…</translation>
        </message>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przyjmij</translation>
        </message>
        <message>
            <source>Change the folder it is saved in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień folder zapisu</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zdecyduję później</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze bez weryfikacji</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zweryfikowano</translation>
        </message>
        <message>
            <source>{name} wants to send you files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} chce ci wysłać pliki</translation>
        </message>
        <message>
            <source>{name} wants to send you a text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} chce ci wysłać tekst</translation>
        </message>
        <message>
            <source>{name} wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} chce ci wysłać folder</translation>
        </message>
        <message numerus="yes">
            <source>{name} wants to send you %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} chce ci wysłać %Ln plik</numerusform>
                <numerusform>{name} chce ci wysłać %Ln pliki</numerusform>
                <numerusform>{name} chce ci wysłać %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is sending you a text — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wysyła ci tekst – przyjęto automatycznie</translation>
        </message>
        <message>
            <source>{name} is sending you a folder — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wysyła ci folder – przyjęto automatycznie</translation>
        </message>
        <message numerus="yes">
            <source>{name} is sending you %n file(s) — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} wysyła ci %Ln plik – przyjęto automatycznie</numerusform>
                <numerusform>{name} wysyła ci %Ln pliki – przyjęto automatycznie</numerusform>
                <numerusform>{name} wysyła ci %Ln plików – przyjęto automatycznie</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>counting… %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>liczenie… %Ln plik</numerusform>
                <numerusform>liczenie… %Ln pliki</numerusform>
                <numerusform>liczenie… %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>goes to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>trafi do {folder}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zdecydujesz później</translation>
        </message>
        <message>
            <source>“{note}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{note}”</translation>
        </message>
        <message>
            <source>Take part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Weź udział</translation>
        </message>
    </context>
    <context>
        <name>Pairing</name>
        <message>
            <source>{name}'s number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Liczba, którą ma {name}</translation>
        </message>
        <message>
            <source>Your number: {digits}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twoja liczba: {digits}</translation>
        </message>
        <message>
            <source>Your number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twoja liczba</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj</translation>
        </message>
        <message>
            <source>Compare codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody</translation>
        </message>
        <message>
            <source>You read six digits to each other, in person or by phone.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czytacie sobie po sześć cyfr, osobiście lub przez telefon.</translation>
        </message>
        <message>
            <source>They don't fit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie zgadzają się</translation>
        </message>
        <message>
            <source>Do this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zrób to później</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anuluj</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zamknij</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gotowe</translation>
        </message>
        <message>
            <source>They call themselves “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa tej osoby: „{name}”, komputer: „{computer}”.</translation>
        </message>
        <message>
            <source>Read your number to {name}, and type theirs</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} słucha twojej liczby, a ty wpisujesz drugą</translation>
        </message>
        <message>
            <source>Ask in person or by phone. If both numbers fit, nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapytaj osobiście lub przez telefon. Jeśli obie liczby się zgadzają, nikogo nie ma pomiędzy wami.</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody: {name}</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj: {name}</translation>
        </message>
        <message>
            <source>A card in their window asks whether they have time for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Karta w drugim oknie pyta, czy jest na to czas.</translation>
        </message>
        <message>
            <source>In their “Add a friend” they press Add beside “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W oknie „Dodaj znajomego” druga osoba naciska Dodaj obok „{name}”.</translation>
        </message>
        <message>
            <source>You know somebody of this name already. Say in your list of friends who is who; until then nothing is sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znasz już kogoś o tej nazwie. Powiedz na liście znajomych, kto jest kim; do tego czasu nic nie zostanie wysłane.</translation>
        </message>
        <message>
            <source>Verified: both numbers fit, so nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zweryfikowano: obie liczby się zgadzają, więc nikogo nie ma pomiędzy wami.</translation>
        </message>
        <message>
            <source>Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze bez weryfikacji – możecie porównać kody w każdej chwili</translation>
        </message>
        <message>
            <source>You and {name} have not compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty nie porównaliście kodów</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie dodano: {name}</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz te pliki w</translation>
        </message>
        <message>
            <source>When {name} sends files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gdy {name} wysyła pliki</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pytaj za każdym razem</translation>
        </message>
        <message>
            <source>Accept by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przyjmuj automatycznie</translation>
        </message>
        <message>
            <source>Up to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Do</translation>
        </message>
        <message>
            <source>Keep executable files executable</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki wykonywalne pozostają wykonywalne</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień…</translation>
        </message>
        <message>
            <source>Usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zwykły folder</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody…</translation>
        </message>
        <message>
            <source>The usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zwykły folder</translation>
        </message>
        <message>
            <source>Change the folder for files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień folder na pliki od: {name}</translation>
        </message>
        <message>
            <source>Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>O programy zawsze jest pytanie.</translation>
        </message>
        <message>
            <source>Only for friends with whom you have compared codes: until then it may be somebody else who sends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tylko dla znajomych, z którymi porównano kody: do tego czasu może wysyłać ktoś inny.</translation>
        </message>
        <message>
            <source>Save in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz w</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>That is not a friend of yours any more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tej osoby nie ma już wśród twoich znajomych.</translation>
        </message>
        <message>
            <source>That can't be done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tego nie da się zrobić</translation>
        </message>
        <message>
            <source>Rename {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień nazwę: {name}</translation>
        </message>
        <message>
            <source>Rename</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień nazwę</translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usunąć: {name}?</translation>
        </message>
        <message>
            <source>You can't send each other files any more until you invite each other again. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie będziecie mogli wysyłać sobie plików, dopóki nie zaprosicie się ponownie. Pliki, które już masz, zostaną na swoim miejscu.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usuń</translation>
        </message>
        <message>
            <source>Block {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokować: {name}?</translation>
        </message>
        <message>
            <source>What is under way with them ends, and nothing comes from them until you unblock them. They are not told.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To, co jest w toku z tą osobą, zakończy się i nic od niej nie przyjdzie, dopóki jej nie odblokujesz. Nie dowie się o tym.</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokuj</translation>
        </message>
        <message>
            <source>Another computer of whom?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny komputer której osoby?</translation>
        </message>
        <message>
            <source>There is no other friend whose computer it could be.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie ma innego znajomego, którego mógłby to być komputer.</translation>
        </message>
        <message>
            <source>Is {name} another computer of {person}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czy {name} to inny komputer osoby {person}?</translation>
        </message>
        <message>
            <source>Both are shown as {person} then, and you choose the computer when you send.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Oba będą pokazane jako {person}, a przy wysyłaniu wybierzesz komputer.</translation>
        </message>
        <message>
            <source>Show them as one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż razem</translation>
        </message>
        <message>
            <source>Add an address of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj adres: {name}</translation>
        </message>
        <message>
            <source>Where their computer can be reached, as HOST or HOST:PORT. It is tried besides the addresses that are found by themselves.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gdzie jest dostępny jej komputer, jako HOST lub HOST:PORT. Adres jest sprawdzany oprócz tych znalezionych automatycznie.</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zostaw, jak jest</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zamknij</translation>
        </message>
        <message>
            <source>Cancel {title}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anulować {title}?</translation>
        </message>
        <message>
            <source>{amount} have been handed over already and will be dropped.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przekazano już {amount}; to przepadnie.</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anuluj transfer</translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nic w drodze</translation>
        </message>
        <message>
            <source>Nothing has finished yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nic się jeszcze nie zakończyło</translation>
        </message>
    </context>
    <context>
        <name>Request</name>
        <message>
            <source>Block {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokuj: {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej</translation>
        </message>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie teraz</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Always accept from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zawsze przyjmuj od: {name}</translation>
        </message>
        <message>
            <source>Up to {size} at once. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Do {size} naraz. O programy zawsze jest pytanie.</translation>
        </message>
        <message>
            <source>Files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki od: {name}</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odrzuć</translation>
        </message>
        <message>
            <source>Accept {files} · {size}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przyjmij {files} · {size}</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Największe najpierw</translation>
        </message>
        <message>
            <source>{count} of {total} chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wybrano {count} z {total}</translation>
        </message>
        <message>
            <source>will be saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zostanie zapisane jako {name}</translation>
        </message>
        <message>
            <source>folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>folder</translation>
        </message>
        <message>
            <source>chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wybrano</translation>
        </message>
        <message>
            <source>chosen in part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wybrano częściowo</translation>
        </message>
        <message>
            <source>left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>pominięto</translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n file(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wybrano {count} z %Ln pliku</numerusform>
                <numerusform>Wybrano {count} z %Ln plików</numerusform>
                <numerusform>Wybrano {count} z %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>…</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody…</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet. It may be someone else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty nie porównaliście jeszcze kodów. To może być ktoś inny.</translation>
        </message>
        <message>
            <source>wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>chce ci wysłać folder</translation>
        </message>
        <message numerus="yes">
            <source>wants to send you %n file(s) ({size})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>chce ci wysłać %Ln plik ({size})</numerusform>
                <numerusform>chce ci wysłać %Ln pliki ({size})</numerusform>
                <numerusform>chce ci wysłać %Ln plików ({size})</numerusform>
            </translation>
        </message>
        <message>
            <source>Verified friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zweryfikowany znajomy</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze bez weryfikacji</translation>
        </message>
        <message>
            <source>Save to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz w</translation>
        </message>
        <message>
            <source>Save to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz w {folder}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} wolne</translation>
        </message>
        <message>
            <source>Needs {needed}, {free} free here — choose another folder or fewer files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Potrzeba {needed}, wolne jest tu {free} – wybierz inny folder lub mniej plików</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny folder…</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Byhand {version}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand {version}</translation>
        </message>
        <message>
            <source>Free software under the Apache License 2.0.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wolne oprogramowanie na licencji Apache 2.0.</translation>
        </message>
        <message>
            <source>Technical report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Raport techniczny</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj raport</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Powiadomienia</translation>
        </message>
        <message>
            <source>With names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Z nazwami</translation>
        </message>
        <message>
            <source>They say who sends what, and what has arrived.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mówią, kto co wysyła i co dotarło.</translation>
        </message>
        <message>
            <source>Without names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bez nazw</translation>
        </message>
        <message>
            <source>Nobody who looks over your shoulder learns who it is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikt, kto zagląda ci przez ramię, nie dowie się, kto to jest.</translation>
        </message>
        <message>
            <source>Off</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyłączone</translation>
        </message>
        <message>
            <source>Requests wait in the window until you look.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Prośby czekają w oknie, aż zajrzysz.</translation>
        </message>
        <message>
            <source>Keep history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zachowuj historię</translation>
        </message>
        <message>
            <source>Forever</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zawsze</translation>
        </message>
        <message>
            <source>It is on this computer only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jest tylko na tym komputerze.</translation>
        </message>
        <message>
            <source>30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>30 dni</translation>
        </message>
        <message>
            <source>Older entries go by themselves. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Starsze wpisy znikają same. Pliki zostaną na swoim miejscu.</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nigdy</translation>
        </message>
        <message>
            <source>What has ended is not listed. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To, co się zakończyło, nie jest zapisywane. Pliki zostaną na swoim miejscu.</translation>
        </message>
        <message>
            <source>Your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twoja tożsamość</translation>
        </message>
        <message>
            <source>Save received files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisuj odebrane pliki w</translation>
        </message>
        <message>
            <source>Change the folder for received files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień folder na odebrane pliki</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień…</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zweryfikowano</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odblokuj</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Porównaj kody: {name}</translation>
        </message>
        <message>
            <source>Unblock {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odblokuj: {name}</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej: {name}</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zmień nazwę…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokuj…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usuń…</translation>
        </message>
        <message>
            <source>You have no friends here yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie masz tu jeszcze znajomych.</translation>
        </message>
        <message>
            <source>Your identity is what friends know you by; it exists on this computer only. With a copy you stay yourself when the computer is lost, or move to another one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Po tożsamości rozpoznają cię znajomi; istnieje tylko na tym komputerze. Dzięki kopii pozostaniesz sobą, gdy komputer przepadnie albo przeniesiesz się na inny.</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz kopię…</translation>
        </message>
        <message>
            <source>Take over from a file…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przejmij z pliku…</translation>
        </message>
        <message>
            <source>As the system</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jak w systemie</translation>
        </message>
        <message>
            <source>Language</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Język</translation>
        </message>
        <message>
            <source>Byhand speaks it when it starts next time.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand użyje go od następnego uruchomienia.</translation>
        </message>
        <message>
            <source>System</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>System</translation>
        </message>
        <message>
            <source>Light</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jasny</translation>
        </message>
        <message>
            <source>Dark</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ciemny</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wysoki kontrast</translation>
        </message>
        <message>
            <source>Colours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kolory</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź połączenie…</translation>
        </message>
        <message>
            <source>Port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Port</translation>
        </message>
        <message>
            <source>Another program uses port {port}; yours is still {old}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny program używa portu {port}; twój to nadal {old}.</translation>
        </message>
        <message>
            <source>A port is a number from {least} to {most}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Port to liczba od {least} do {most}.</translation>
        </message>
        <message>
            <source>Another program uses port {port} — using {other} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny program używa portu {port} – zamiast niego działa {other}</translation>
        </message>
        <message>
            <source>Holds from the next start on; until then it is {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Obowiązuje od następnego uruchomienia; do tego czasu jest to {port}.</translation>
        </message>
        <message>
            <source>One folder per friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osobny folder na znajomego</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pytaj za każdym razem</translation>
        </message>
        <message>
            <source>Accept from verified friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przyjmuj od zweryfikowanych znajomych</translation>
        </message>
        <message>
            <source>When files come</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gdy przychodzą pliki</translation>
        </message>
        <message>
            <source>Both are kept: the new one becomes “name (1)”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zostają oba: nowy dostanie nazwę „nazwa (1)”.</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisuj pliki w</translation>
        </message>
        <message>
            <source>When a name exists</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gdy nazwa już istnieje</translation>
        </message>
        <message>
            <source>Files of friends you have compared codes with come in by themselves, up to 1 GB at once unless you say otherwise for a friend. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pliki od znajomych, z którymi porównano kody, przychodzą same, do 1 GB naraz, jeśli dla znajomego nie ustalono inaczej. O programy zawsze jest pytanie.</translation>
        </message>
        <message>
            <source>You are asked before anything comes in, unless you say otherwise for a friend.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zanim cokolwiek przyjdzie, pojawi się pytanie, jeśli dla znajomego nie ustalono inaczej.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ustawienia</translation>
        </message>
        <message>
            <source>You</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ty</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odbieranie</translation>
        </message>
        <message>
            <source>Who can see me</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kto może mnie widzieć</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sieć</translation>
        </message>
        <message>
            <source>Look</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wygląd</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaczynamy</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Prywatność</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomi</translation>
        </message>
        <message>
            <source>About</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>O programie</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gotowe</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Uruchamiaj przy logowaniu</translation>
        </message>
        <message>
            <source>Keep running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Działaj dalej w zasobniku</translation>
        </message>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten pulpit nie pozwala uruchamiać Byhand przy logowaniu.</translation>
        </message>
        <message>
            <source>Your desktop has no tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój pulpit nie ma zasobnika</translation>
        </message>
        <message>
            <source>Friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tylko znajomi</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikt</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 min</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osoby w pobliżu widzą mnie przez 10 min</translation>
        </message>
        <message>
            <source>{network} can't be told from other networks like it: there people nearby see you for some minutes only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{network} nie daje się odróżnić od podobnych sieci: tam osoby w pobliżu widzą cię tylko przez kilka minut.</translation>
        </message>
        <message>
            <source>Always visible on {network}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zawsze widać mnie w {network}</translation>
        </message>
        <message>
            <source>Friends can't find this computer by themselves; it still finds those it can see.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomi sami nie znajdą tego komputera; on nadal znajduje te, które widzi.</translation>
        </message>
        <message>
            <source>Only friends can tell that this computer is here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tylko znajomi mogą rozpoznać, że ten komputer tu jest.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twoja nazwa</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten komputer</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ustawienia</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajdź znajomego</translation>
        </message>
        <message>
            <source>Visible to people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Widzą cię osoby w pobliżu</translation>
        </message>
        <message>
            <source>Visible to nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikt cię nie widzi</translation>
        </message>
        <message>
            <source>Visible to friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Widzą cię tylko znajomi</translation>
        </message>
        <message>
            <source>Add a friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dodaj znajomego…</translation>
        </message>
    </context>
    <context>
        <name>Speed</name>
        <message>
            <source>No limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bez limitu</translation>
        </message>
        <message>
            <source>Write a speed like 500 kB/s or 10 MB/s; empty is no limit.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wpisz prędkość, na przykład 500 kB/s lub 10 MB/s; puste pole to brak limitu.</translation>
        </message>
        <message>
            <source>Limit the speed with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ogranicz prędkość: {name}</translation>
        </message>
        <message>
            <source>Limit the speed of “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ogranicz prędkość „{title}”</translation>
        </message>
        <message>
            <source>Send at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wysyłaj najwyżej</translation>
        </message>
        <message>
            <source>Receive at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odbieraj najwyżej</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisz</translation>
        </message>
        <message>
            <source>Transfers at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transfery naraz</translation>
        </message>
        <message>
            <source>From</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Od</translation>
        </message>
        <message>
            <source>To</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Do</translation>
        </message>
        <message>
            <source>Other limits at certain hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inne limity w określonych godzinach</translation>
        </message>
        <message>
            <source>to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>do</translation>
        </message>
        <message>
            <source>to one friend; small ones never wait</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>do jednego znajomego; małe nigdy nie czekają</translation>
        </message>
    </context>
    <context>
        <name>SpeedGraph</name>
        <message>
            <source>Speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Prędkość</translation>
        </message>
        <message>
            <source>now {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>teraz {speed}</translation>
        </message>
        <message>
            <source>average {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>średnio {speed}</translation>
        </message>
        <message>
            <source>highest {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>najwyżej {speed}</translation>
        </message>
    </context>
    <context>
        <name>Technical</name>
        <message>
            <source>Connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Połączenie</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szyfrowanie</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zweryfikowano</translation>
        </message>
        <message>
            <source>Average speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Średnia prędkość</translation>
        </message>
        <message>
            <source>Started</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Początek</translation>
        </message>
        <message>
            <source>Ended</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Koniec</translation>
        </message>
        <message>
            <source>Folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Folder</translation>
        </message>
        <message>
            <source>Reason</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Powód</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transfer</translation>
        </message>
        <message>
            <source>Digest of the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skrót listy</translation>
        </message>
        <message>
            <source>Not connected now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Teraz bez połączenia</translation>
        </message>
        <message>
            <source>Direct, on this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bezpośrednie, w tej sieci</translation>
        </message>
        <message>
            <source>Direct, over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bezpośrednie, przez internet</translation>
        </message>
        <message>
            <source>{cipher}, end to end</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{cipher}, od końca do końca</translation>
        </message>
        <message>
            <source>Codes were not compared yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kody nie zostały jeszcze porównane</translation>
        </message>
        <message>
            <source>Since {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Od {date}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tekst</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zamknij</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano</translation>
        </message>
    </context>
    <context>
        <name>TransferList</name>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}, or until you quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Przekazywane %Ln innej osobie do {time} albo do zamknięcia programu</numerusform>
                <numerusform>Przekazywane %Ln innym osobom do {time} albo do zamknięcia programu</numerusform>
                <numerusform>Przekazywane %Ln innym osobom do {time} albo do zamknięcia programu</numerusform>
            </translation>
        </message>
        <message>
            <source>{title}: {percent} %</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{title}: {percent} %</translation>
        </message>
        <message>
            <source>It was moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przeniesiono to lub usunięto</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>Send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij nową wersję</translation>
        </message>
        <message numerus="yes">
            <source>Try the %n file(s) again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Spróbuj ponownie z %Ln plikiem</numerusform>
                <numerusform>Spróbuj ponownie z %Ln plikami</numerusform>
                <numerusform>Spróbuj ponownie z %Ln plikami</numerusform>
            </translation>
        </message>
        <message>
            <source>Show files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż pliki</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaproponuj ponownie</translation>
        </message>
        <message>
            <source>Ask {name} to send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Poproś o ponowne wysłanie: {name}</translation>
        </message>
        <message>
            <source>Tell {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Powiadom: {name}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wstrzymaj</translation>
        </message>
        <message>
            <source>Resume</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wznów</translation>
        </message>
        <message>
            <source>Move up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W górę</translation>
        </message>
        <message>
            <source>Move down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W dół</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ogranicz prędkość…</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokaż w folderze</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przestań przekazywać</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj tekst</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiuj obraz</translation>
        </message>
        <message>
            <source>Send again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij ponownie</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie</translation>
        </message>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Szczegóły</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdź połączenie…</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sparuj ponownie…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kto to jest…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anuluj</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usuń z tej listy</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Więcej</translation>
        </message>
        <message>
            <source>{name} accepted: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} przyjmuje: {title}</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transfery</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Skopiowano</translation>
        </message>
        <message>
            <source>In progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W toku</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Oczekujące</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zakończone</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>do: {name}</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>od: {name}</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz Byhand</translation>
        </message>
        <message>
            <source>Stop passing on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przestań przekazywać innym</translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wyślij pliki…</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osoby w pobliżu widzą mnie przez 10 minut</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ustawienia…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zakończ</translation>
        </message>
        <message numerus="yes">
            <source>Quit (%n transfer(s) continue next time)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Zakończ (%Ln transfer ruszy dalej następnym razem)</numerusform>
                <numerusform>Zakończ (%Ln transfery ruszą dalej następnym razem)</numerusform>
                <numerusform>Zakończ (%Ln transferów ruszy dalej następnym razem)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Jeszcze %Ln prośba…</numerusform>
                <numerusform>Jeszcze %Ln prośby…</numerusform>
                <numerusform>Jeszcze %Ln próśb…</numerusform>
            </translation>
        </message>
        <message>
            <source>Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand</translation>
        </message>
        <message numerus="yes">
            <source>%n request(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln prośba</numerusform>
                <numerusform>%Ln prośby</numerusform>
                <numerusform>%Ln próśb</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>Slowed down by the limit that is set: {rate}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spowalnia ustawiony limit: {rate}</translation>
        </message>
        <message>
            <source>Slowed down by the disk of this computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spowalnia dysk tego komputera</translation>
        </message>
        <message>
            <source>Slowed down by {name}'s disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spowalnia dysk, który ma {name}</translation>
        </message>
        <message>
            <source>Slowed down by the network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spowalnia sieć</translation>
        </message>
        <message>
            <source>Slowed down by the limit that is set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spowalnia ustawiony limit</translation>
        </message>
        <message>
            <source>Slowed down by a limit that {name} has set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spowalnia limit, który ma {name}</translation>
        </message>
        <message>
            <source>As fast as this computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tak szybko, jak może ten komputer</translation>
        </message>
        <message>
            <source>As fast as {name}'s computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tak szybko, jak może komputer osoby {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>sprawdzono %Ln plik</numerusform>
                <numerusform>sprawdzono %Ln pliki</numerusform>
                <numerusform>sprawdzono %Ln plików</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>brakuje %Ln</numerusform>
                <numerusform>brakuje %Ln</numerusform>
                <numerusform>brakuje %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln zmieniony</numerusform>
                <numerusform>%Ln zmienione</numerusform>
                <numerusform>%Ln zmienionych</numerusform>
            </translation>
        </message>
        <message>
            <source>all are as they were handed over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wszystkie są takie, jak je przekazano</translation>
        </message>
        <message>
            <source>but the receipt is not signed for them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ale pokwitowanie nie jest dla nich podpisane</translation>
        </message>
        <message>
            <source>The receipt is not signed for these files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pokwitowanie nie jest podpisane dla tych plików</translation>
        </message>
        <message>
            <source>It is as it arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jest taki, jaki dotarł</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln plik jest taki, jaki dotarł</numerusform>
                <numerusform>Wszystkie %Ln pliki są takie, jakie dotarły</numerusform>
                <numerusform>Wszystkie pliki (%Ln) są takie, jakie dotarły</numerusform>
            </translation>
        </message>
        <message>
            <source>It is as it was sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jest taki, jak przy wysłaniu</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln plik jest taki, jak przy wysłaniu</numerusform>
                <numerusform>Wszystkie %Ln pliki są takie, jak przy wysłaniu</numerusform>
                <numerusform>Wszystkie pliki (%Ln) są takie, jak przy wysłaniu</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking… {percent}%</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdzanie… {percent}%</translation>
        </message>
        <message numerus="yes">
            <source>{missing}, %n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{missing}, %Ln zmieniony</numerusform>
                <numerusform>{missing}, %Ln zmienione</numerusform>
                <numerusform>{missing}, %Ln zmienionych</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 plik się zmienił</translation>
        </message>
        <message numerus="yes">
            <source>%n files have changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln plik się zmienił</numerusform>
                <numerusform>%Ln pliki się zmieniły</numerusform>
                <numerusform>%Ln plików się zmieniło</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Brakuje 1 pliku</translation>
        </message>
        <message numerus="yes">
            <source>%n files are missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Brakuje %Ln pliku</numerusform>
                <numerusform>Brakuje %Ln plików</numerusform>
                <numerusform>Brakuje %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer's port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Port tego komputera</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sieć</translation>
        </message>
        <message>
            <source>VPN</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapora</translation>
        </message>
        <message>
            <source>Finding people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajdowanie osób w pobliżu</translation>
        </message>
        <message>
            <source>Being reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dostępność z zewnątrz</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdzanie…</translation>
        </message>
        <message>
            <source>Fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W porządku</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie wiadomo</translation>
        </message>
        <message>
            <source>Problem</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Problem</translation>
        </message>
        <message numerus="yes">
            <source>%n other computer(s) heard here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Słychać tu jeszcze %Ln komputer.</numerusform>
                <numerusform>Słychać tu jeszcze %Ln komputery.</numerusform>
                <numerusform>Słychać tu jeszcze %Ln komputerów.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at this computer, the network and your friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdzanie komputera, sieci i znajomego…</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Znaleziono %Ln problem</numerusform>
                <numerusform>Znaleziono %Ln problemy</numerusform>
                <numerusform>Znaleziono %Ln problemów</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wszystko w porządku</translation>
        </message>
        <message>
            <source>No problem found, but not everything could be checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie znaleziono problemu, ale nie wszystko dało się sprawdzić</translation>
        </message>
        <message>
            <source>Nothing here keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nic tutaj nie zamyka portu {port}.</translation>
        </message>
        <message>
            <source>The firewall {name} lets port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapora {name} wpuszcza na port {port}.</translation>
        </message>
        <message>
            <source>Listening on port {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nasłuchuje na porcie {port}.</translation>
        </message>
        <message>
            <source>Another program uses port {taken}: listening on {port} instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny program używa portu {taken}: zamiast niego działa {port}.</translation>
        </message>
        <message>
            <source>No firewall is active on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Na tym komputerze nie działa żadna zapora.</translation>
        </message>
        <message>
            <source>The firewall {name} keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapora {name} zamyka port {port}.</translation>
        </message>
        <message>
            <source>The firewall {name} is active and may keep port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapora {name} działa i być może zamyka port {port}.</translation>
        </message>
        <message>
            <source>This computer doesn't tell whether a firewall is active.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten komputer nie mówi, czy działa zapora.</translation>
        </message>
        <message>
            <source>Connected: {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Połączono: {name}.</translation>
        </message>
        <message>
            <source>This computer is on no network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ten komputer nie jest w żadnej sieci.</translation>
        </message>
        <message>
            <source>No VPN is on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Żaden VPN nie jest włączony.</translation>
        </message>
        <message>
            <source>The VPN {name} is on and not in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN {name} jest włączony i nie przeszkadza.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wszystko idzie przez VPN {name}.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}, which may keep friends out.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wszystko idzie przez VPN {name}, który być może nie wpuszcza znajomych.</translation>
        </message>
        <message>
            <source>Nobody else is heard on this network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikogo innego nie słychać w tej sieci.</translation>
        </message>
        <message>
            <source>Not even our own announcement comes back: it is blocked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie wraca nawet nasze własne ogłoszenie: jest blokowane.</translation>
        </message>
        <message>
            <source>There is no network to listen on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie ma sieci, w której można by nasłuchiwać.</translation>
        </message>
        <message>
            <source>{name} called back and reached this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} oddzwania i dociera do tego komputera.</translation>
        </message>
        <message>
            <source>{name} called back and could not get in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} oddzwania, ale nie może wejść.</translation>
        </message>
        <message>
            <source>{name} is on this network but can't be reached.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest w tej sieci, ale nie można się połączyć.</translation>
        </message>
        <message>
            <source>{name} is not there and can't call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest poza siecią i nie może oddzwonić.</translation>
        </message>
        <message>
            <source>{name} needs a newer Byhand to call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} potrzebuje nowszego Byhand, aby oddzwonić.</translation>
        </message>
        <message>
            <source>{name} was not asked again: a friend calls back once a minute at most.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} – bez ponownego pytania: znajomy oddzwania najwyżej raz na minutę.</translation>
        </message>
        <message>
            <source>{name} gave no answer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} nie odpowiada.</translation>
        </message>
        <message>
            <source>{name} says it worked, but no call came.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} twierdzi, że się udało, ale żadne połączenie nie przyszło.</translation>
        </message>
        <message>
            <source>{name} was not asked: nothing goes to them now.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} – bez pytania: teraz nic tam nie jest wysyłane.</translation>
        </message>
        <message>
            <source>No friend is there who could call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie ma znajomego, który mógłby oddzwonić.</translation>
        </message>
        <message>
            <source>Friends don't call ports below 1024.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomi nie łączą się z portami poniżej 1024.</translation>
        </message>
        <message>
            <source>Open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otwórz port tym poleceniem:</translation>
        </message>
        <message>
            <source>Friends find the new port. Firewall rules may need it, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Znajomi znajdą nowy port. Może być potrzebny także w regułach zapory.</translation>
        </message>
        <message>
            <source>If friends can't reach you, open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeśli znajomi nie mogą się z tobą połączyć, otwórz port tym poleceniem:</translation>
        </message>
        <message>
            <source>If one is, let TCP port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeśli tak, wpuść na port TCP {port}.</translation>
        </message>
        <message>
            <source>Connect to Wi-Fi or plug in a cable.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Połącz się z Wi-Fi lub podłącz kabel.</translation>
        </message>
        <message>
            <source>If friends nearby can't be reached, allow the local network in its settings.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeśli nie można połączyć się ze znajomymi w pobliżu, zezwól na sieć lokalną w jego ustawieniach.</translation>
        </message>
        <message>
            <source>Allow the local network in its settings, or turn it off and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zezwól na sieć lokalną w jego ustawieniach albo wyłącz go i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>You may be alone here. Guest networks keep computers apart: use another one, or an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Może nikogo innego tu nie ma. Sieci dla gości oddzielają komputery: użyj innej albo linku z zaproszeniem.</translation>
        </message>
        <message>
            <source>Let UDP port 5353 in, or add friends by an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wpuść na port UDP 5353 albo dodawaj znajomych linkiem z zaproszeniem.</translation>
        </message>
        <message>
            <source>A firewall here, or a router in between, must let TCP port {port} in. You may still reach {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tutejsza zapora albo router po drodze musi wpuścić na port TCP {port}. Mimo to może się udać połączenie: {name}.</translation>
        </message>
        <message>
            <source>A firewall there may be in the way: ask {name} to check the connection, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Może przeszkadzać tamtejsza zapora: poproś, by połączenie sprawdzić też tam ({name}).</translation>
        </message>
        <message>
            <source>Try again when {name} has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie, gdy {name} będzie mieć otwarty Byhand.</translation>
        </message>
        <message>
            <source>Ask {name} to update.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Poproś o aktualizację: {name}.</translation>
        </message>
        <message>
            <source>Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie za minutę.</translation>
        </message>
        <message>
            <source>Something else may answer at your address. Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pod twoim adresem może odpowiadać coś innego. Spróbuj ponownie za minutę.</translation>
        </message>
        <message>
            <source>The menu of {name} says why.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Menu, które ma {name}, mówi dlaczego.</translation>
        </message>
        <message>
            <source>Try again when a friend has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Spróbuj ponownie, gdy znajomy będzie mieć otwarty Byhand.</translation>
        </message>
        <message>
            <source>Choose a port of 1024 or more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wybierz port od 1024 wzwyż.</translation>
        </message>
        <message>
            <source>Your identity file can't be used ({reason}): make it private by chmod 600 {path}, and start Byhand again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można użyć pliku tożsamości ({reason}): ustaw go jako prywatny poleceniem chmod 600 {path} i uruchom Byhand ponownie.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: free {missing} or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dysk z {path} jest pełny: zwolnij {missing} albo wybierz inny folder.</translation>
        </message>
        <message>
            <source>This invitation can't be used. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tego zaproszenia nie można użyć. O nowe poproś: {name}.</translation>
        </message>
        <message>
            <source>the person who sent it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>osoba, która je wysłała</translation>
        </message>
        <message>
            <source>That isn't an invitation: copy the whole link, from byhand:// to its end.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To nie jest zaproszenie: skopiuj cały link, od byhand:// do końca.</translation>
        </message>
        <message>
            <source>A character of this invitation is wrong or missing: copy the whole link again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeden znak tego zaproszenia jest błędny lub go brakuje: skopiuj cały link ponownie.</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To zaproszenie wygasło. O nowe poproś: {name}.</translation>
        </message>
        <message>
            <source>That's your own invitation: give it to the friend you want to add.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To twoje własne zaproszenie: daj je znajomemu, którego chcesz dodać.</translation>
        </message>
        <message>
            <source>This invitation isn't open any more. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To zaproszenie nie jest już otwarte. O nowe poproś: {name}.</translation>
        </message>
        <message>
            <source>This invitation was used by somebody else. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tego zaproszenia użył już ktoś inny. O nowe poproś: {name}.</translation>
        </message>
        <message>
            <source>This invitation has keys of another friend of yours: don't trust it, and ask {name} in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To zaproszenie ma klucze innego twojego znajomego: nie ufaj mu i zapytaj osobiście: {name}.</translation>
        </message>
        <message>
            <source>Your friend can't be saved: make room on this computer's disk, then use the invitation again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można zapisać znajomego: zrób miejsce na dysku tego komputera i użyj zaproszenia ponownie.</translation>
        </message>
        <message>
            <source>Can't reach {name}: both of you need Byhand open on the same network; or try it the other way round, with a link of yours.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} – brak połączenia: oboje musicie mieć otwarty Byhand w tej samej sieci; albo spróbujcie na odwrót, z twoim linkiem.</translation>
        </message>
        <message>
            <source>{path} can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można odczytać {path}: sprawdź, czy tam jest i czy wolno ci to czytać.</translation>
        </message>
        <message>
            <source>{path} is no saved identity: choose the file that was made where your identity is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} nie jest zapisaną tożsamością: wybierz plik utworzony tam, gdzie jest twoja tożsamość.</translation>
        </message>
        <message>
            <source>{path} was made by a newer Byhand: update this one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} pochodzi z nowszego Byhand: najpierw zaktualizuj ten program.</translation>
        </message>
        <message>
            <source>{path} is damaged: copy it again, or save your identity once more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} jest uszkodzony: skopiuj go ponownie albo jeszcze raz zapisz swoją tożsamość.</translation>
        </message>
        <message>
            <source>{path} can't be opened with this passphrase: type it again; if it is the right one, the file is damaged.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} nie otwiera się tym hasłem: wpisz je ponownie; jeśli jest właściwe, plik jest uszkodzony.</translation>
        </message>
        <message>
            <source>This passphrase is too short: take {least} characters or more, best some words.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To hasło jest za krótkie: użyj co najmniej {least} znaków, najlepiej kilku słów.</translation>
        </message>
        <message>
            <source>{path} is there already and was not touched: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} już istnieje i nie został naruszony: wybierz inną nazwę.</translation>
        </message>
        <message numerus="yes">
            <source>%n friends fit “{name}”: use the first 8 or more digits of the id instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln znajomy pasuje do „{name}”: użyj zamiast tego co najmniej 8 pierwszych cyfr identyfikatora.</numerusform>
                <numerusform>%Ln znajomych pasuje do „{name}”: użyj zamiast tego co najmniej 8 pierwszych cyfr identyfikatora.</numerusform>
                <numerusform>%Ln znajomych pasuje do „{name}”: użyj zamiast tego co najmniej 8 pierwszych cyfr identyfikatora.</numerusform>
            </translation>
        </message>
        <message>
            <source>No friend of yours is called “{name}”: look at the list of your friends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Żaden znajomy nie ma nazwy „{name}”: zajrzyj na listę znajomych.</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nie podano powodu</translation>
        </message>
        <message>
            <source>Something went wrong inside Byhand ({kind}): start it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Coś poszło nie tak w Byhand ({kind}): uruchom go ponownie.</translation>
        </message>
        <message>
            <source>The other side did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Druga strona nie trzymała się zasad, więc połączenie zamknięto: sprawdźcie, czy oboje macie najnowszy Byhand.</translation>
        </message>
        <message>
            <source>This is not the {name} you know: ask them whether they have a new computer, and add each other again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To nie jest ta osoba {name}, którą znasz: zapytaj, czy to nowy komputer, i dodajcie się ponownie.</translation>
        </message>
        <message>
            <source>Your identity file {path} can't be used ({reason}) and was not touched: put back a good copy, or move it away to start as somebody new.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można użyć pliku tożsamości {path} ({reason}); nie został naruszony: przywróć dobrą kopię albo przenieś go, aby zacząć od nowa.</translation>
        </message>
        <message>
            <source>Your friend can't be reached: ask them to open Byhand, and check that no firewall is in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można połączyć się ze znajomym: poproś o otwarcie Byhand i sprawdź, czy nie przeszkadza zapora.</translation>
        </message>
        <message>
            <source>The connection was lost: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Połączenie zostało zerwane: spróbuj ponownie.</translation>
        </message>
        <message>
            <source>The Byhand that was doing this has ended or does not answer: start it again to go on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand, który to robił, zakończył się lub nie odpowiada: uruchom go ponownie, aby kontynuować.</translation>
        </message>
        <message>
            <source>Another Byhand is already using the profile {path}: close that one first, or choose another profile.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inny Byhand używa już profilu {path}: najpierw go zamknij albo wybierz inny profil.</translation>
        </message>
        <message>
            <source>Byhand {version}, which is another version than this one, is already using the profile {path}: close that one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand {version}, czyli inna wersja niż ta, używa już profilu {path}: najpierw go zamknij.</translation>
        </message>
        <message>
            <source>“{name}” can't be used as a name ({reason}): rename it and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{name}” nie może być nazwą ({reason}): zmień nazwę i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>A file changed while it was read: send the new version.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Plik zmienił się podczas odczytu: wyślij nową wersję.</translation>
        </message>
        <message>
            <source>“{path}” can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można odczytać „{path}”: sprawdź, czy tam jest i czy wolno ci to czytać.</translation>
        </message>
        <message>
            <source>Too many files at once: send them in several goes, or as one archive.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Za dużo plików naraz: wyślij je w kilku partiach albo jako jedno archiwum.</translation>
        </message>
        <message>
            <source>The bytes arrived damaged: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dane dotarły uszkodzone: spróbuj ponownie.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: make room or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dysk z {path} jest pełny: zrób miejsce albo wybierz inny folder.</translation>
        </message>
        <message>
            <source>{path} can't hold files of 4 GB or more: choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} nie mieści plików od 4 GB wzwyż: wybierz inny folder.</translation>
        </message>
        <message>
            <source>{path} can't be written to: check its permissions, or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można zapisywać w {path}: sprawdź uprawnienia albo wybierz inny folder.</translation>
        </message>
        <message>
            <source>{path} is damaged or was edited, and was not touched: put back a good copy, or move it away to start without it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} jest uszkodzony lub był edytowany; nie został naruszony: przywróć dobrą kopię albo przenieś go, aby zacząć bez niego.</translation>
        </message>
        <message>
            <source>{path} can't be used ({reason}): check the disk and its permissions.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można użyć {path} ({reason}): sprawdź dysk i uprawnienia.</translation>
        </message>
        <message>
            <source>Byhand was closed before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand został zamknięty przed końcem – spróbuj ponownie</translation>
        </message>
        <message>
            <source>Something went wrong ({code}) — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Coś poszło nie tak ({code}) – spróbuj ponownie</translation>
        </message>
        <message>
            <source>changed while being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zmiana podczas wysyłania</translation>
        </message>
        <message>
            <source>could not be read</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>brak możliwości odczytu</translation>
        </message>
        <message>
            <source>disappeared before being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zniknięcie przed wysłaniem</translation>
        </message>
        <message>
            <source>could not be read (no permission)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>brak możliwości odczytu (brak uprawnień)</translation>
        </message>
        <message>
            <source>can't be sent (only files and folders can)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nie do wysłania (tylko pliki i foldery)</translation>
        </message>
        <message>
            <source>did not fit on the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>brak miejsca na dysku</translation>
        </message>
        <message>
            <source>could not be written</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>brak możliwości zapisu</translation>
        </message>
        <message>
            <source>is too large for that kind of disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>za duży rozmiar na taki dysk</translation>
        </message>
        <message>
            <source>had a name that isn't allowed there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>niedozwolona tam nazwa</translation>
        </message>
        <message>
            <source>had a name that was taken</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zajęta nazwa</translation>
        </message>
        <message>
            <source>had a name too long for the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nazwa za długa dla dysku</translation>
        </message>
        <message>
            <source>arrived damaged</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>uszkodzenie po drodze</translation>
        </message>
        <message>
            <source>got cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>anulowano</translation>
        </message>
        <message>
            <source>did not arrive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nie dotarło</translation>
        </message>
        <message>
            <source>{friend}'s Byhand and yours did not understand each other — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} i ty: wasze programy Byhand się nie zrozumiały – spróbuj ponownie</translation>
        </message>
        <message>
            <source>{friend} and you need the same version of Byhand for this — update both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} i ty potrzebujecie do tego tej samej wersji Byhand – zaktualizujcie obie</translation>
        </message>
        <message>
            <source>Too many files at once — send them in several goes, or as one archive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Za dużo plików naraz – wyślij je w kilku partiach albo jako jedno archiwum</translation>
        </message>
        <message>
            <source>It could not be proved that this is {friend} — add each other again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie udało się potwierdzić, że to {friend} – dodajcie się ponownie</translation>
        </message>
        <message>
            <source>{friend} stopped answering — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} przestaje odpowiadać – spróbuj ponownie</translation>
        </message>
        <message>
            <source>{friend} has too many requests open — try again later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ma za dużo otwartych próśb – spróbuj później</translation>
        </message>
        <message>
            <source>{friend} closed Byhand before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} zamyka Byhand przed końcem – spróbuj ponownie</translation>
        </message>
        <message>
            <source>The request has expired — send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Prośba wygasła – wyślij ją ponownie</translation>
        </message>
        <message>
            <source>The connection to {friend} was lost — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Połączenie zostało zerwane ({friend}) – spróbuj ponownie</translation>
        </message>
        <message>
            <source>{friend} can't be reached — ask them to open Byhand, and check that no firewall is in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} – brak połączenia: poproś o otwarcie Byhand i sprawdź, czy nie przeszkadza zapora</translation>
        </message>
        <message>
            <source>{file} was changed while sending — send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} zmienił się podczas wysyłania – wyślij nową wersję</translation>
        </message>
        <message>
            <source>The bytes arrived damaged and could not be repaired — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dane dotarły uszkodzone i nie dało się ich naprawić – spróbuj ponownie</translation>
        </message>
        <message>
            <source>A name is too long for the disk — choose another folder or shorten it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa jest za długa dla dysku – wybierz inny folder albo ją skróć</translation>
        </message>
        <message>
            <source>“{file}” can't be stored under that name — rename it and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}” nie może być zapisany pod tą nazwą – zmień nazwę i wyślij ponownie</translation>
        </message>
        <message>
            <source>The name “{file}” is taken again and again — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa „{file}” jest wciąż zajęta – wybierz inny folder</translation>
        </message>
        <message>
            <source>“{file}” can't be read — check its permissions and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można odczytać „{file}” – sprawdź uprawnienia i wyślij ponownie</translation>
        </message>
        <message>
            <source>“{file}” is not there any more — put it back and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}” już tam nie ma – umieść go z powrotem i wyślij ponownie</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — try again once it isn't</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ma pełny dysk – spróbuj ponownie, gdy będzie miejsce</translation>
        </message>
        <message>
            <source>{friend}'s disk can't hold files of 4 GB or more — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ma dysk, który nie mieści plików od 4 GB wzwyż – poproś o inny folder</translation>
        </message>
        <message>
            <source>{friend}'s disk did not take it — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ma dysk, który tego nie przyjął – poproś o inny folder</translation>
        </message>
        <message>
            <source>{friend}'s folder can't be written to — ask them to choose another</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ma folder, w którym nie można zapisywać – poproś o inny</translation>
        </message>
        <message>
            <source>“{file}” can't be read at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} nie może odczytać „{file}” – poproś o to ponownie</translation>
        </message>
        <message>
            <source>“{file}” is not there any more at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} nie ma już „{file}” – poproś o to ponownie</translation>
        </message>
        <message>
            <source>{file} was changed while {friend} sent it — ask for the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} zmienił się podczas wysyłania ({friend}) – poproś o nową wersję</translation>
        </message>
        <message>
            <source>Your disk is full — make room or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój dysk jest pełny – zrób miejsce albo wybierz inny folder</translation>
        </message>
        <message>
            <source>The disk of “{folder}” can't hold files of 4 GB or more — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dysk z „{folder}” nie mieści plików od 4 GB wzwyż – wybierz inny folder</translation>
        </message>
        <message>
            <source>“{folder}” is not there any more or can't be used — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{folder}” już nie ma albo nie można go użyć – wybierz inny folder</translation>
        </message>
        <message>
            <source>“{folder}” can't be written to — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie można zapisywać w „{folder}” – wybierz inny folder</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive a text — send it in a file instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} potrzebuje nowszego Byhand, aby odebrać tekst – wyślij go w pliku</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive this</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} potrzebuje nowszego Byhand, aby to odebrać</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój dysk jest pełny – zwolnij {missing} albo wybierz inny folder</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — {missing} more needed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ma pełny dysk – brakuje {missing}</translation>
        </message>
        <message>
            <source>Sending</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wysyłanie</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wysłano</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dostarczono</translation>
        </message>
        <message>
            <source>Was there already</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Już tam było</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odbieranie</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdzanie</translation>
        </message>
        <message>
            <source>Saved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisano</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dotarło</translation>
        </message>
        <message>
            <source>Already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Już tu jest</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie wybrano</translation>
        </message>
        <message>
            <source>Left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pominięto</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Oczekujące</translation>
        </message>
        <message>
            <source>A name has 1 to {limit} characters.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nazwa ma od 1 do {limit} znaków.</translation>
        </message>
        <message>
            <source>You already have a friend called {name}: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Masz już znajomego o nazwie {name}: wybierz inną nazwę.</translation>
        </message>
        <message>
            <source>Compare codes with {name} first: only then may files come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Najpierw porównaj kody ({name}): dopiero wtedy pliki mogą przychodzić bez pytania.</translation>
        </message>
        <message>
            <source>Say up to how many bytes files of {name} may come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Powiedz, do ilu bajtów pliki od {name} mogą przychodzić bez pytania.</translation>
        </message>
        <message>
            <source>One of your own computers can't be another computer of somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeden z twoich komputerów nie może być komputerem kogoś innego.</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest na liście blokowanych: najpierw odblokuj.</translation>
        </message>
        <message>
            <source>First say who is the {name} you know, and who is not.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Najpierw powiedz, kto to {name}, a kto nie.</translation>
        </message>
        <message>
            <source>Compare codes first: else this may not be {name} at all.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Najpierw porównaj kody: inaczej to może wcale nie być {name}.</translation>
        </message>
        <message numerus="yes">
            <source>Also offered to %n other(s). Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Oferowane też %Ln innej osobie. Kto bierze udział, przekazuje to pozostałym: dotrze szybciej, a oni zobaczą twój adres IP.</numerusform>
                <numerusform>Oferowane też %Ln innym osobom. Kto bierze udział, przekazuje to pozostałym: dotrze szybciej, a oni zobaczą twój adres IP.</numerusform>
                <numerusform>Oferowane też %Ln innym osobom. Kto bierze udział, przekazuje to pozostałym: dotrze szybciej, a oni zobaczą twój adres IP.</numerusform>
            </translation>
        </message>
        <message>
            <source>If that is faster</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeśli tak jest szybciej</translation>
        </message>
        <message>
            <source>Always</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zawsze</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nigdy</translation>
        </message>
        <message numerus="yes">
            <source>from {name} and %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>od: {name} i %Ln innej osoby</numerusform>
                <numerusform>od: {name} i %Ln innych osób</numerusform>
                <numerusform>od: {name} i %Ln innych osób</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Przekazywane %Ln innej osobie do {time}</numerusform>
                <numerusform>Przekazywane %Ln innym osobom do {time}</numerusform>
                <numerusform>Przekazywane %Ln innym osobom do {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s): {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln znajomy: {has} z {all}</numerusform>
                <numerusform>%Ln znajomych: {has} z {all}</numerusform>
                <numerusform>%Ln znajomych: {has} z {all}</numerusform>
            </translation>
        </message>
        <message>
            <source>You may leave: everything is out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Możesz zakończyć: wszystko już wyszło</translation>
        </message>
        <message>
            <source>{size} from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} od ciebie</translation>
        </message>
        <message>
            <source>has {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ma {has} z {all}</translation>
        </message>
        <message>
            <source>{size} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} dla ciebie</translation>
        </message>
        <message>
            <source>Receiver {number}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odbiorca {number}</translation>
        </message>
        <message>
            <source>{size} uploaded from here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} wysłane stąd</translation>
        </message>
        <message>
            <source>{size} from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} od: {name}</translation>
        </message>
        <message numerus="yes">
            <source>{size} from %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{size} od %Ln innej osoby</numerusform>
                <numerusform>{size} od %Ln innych osób</numerusform>
                <numerusform>{size} od %Ln innych osób</numerusform>
            </translation>
        </message>
        <message>
            <source>{size} passed on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} przekazane dalej</translation>
        </message>
        <message>
            <source>Paused by you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wstrzymane przez ciebie</translation>
        </message>
        <message>
            <source>Paused by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wstrzymane: {name}</translation>
        </message>
        <message>
            <source>Paused by you and {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wstrzymane: ty i {name}</translation>
        </message>
        <message>
            <source>{percent} % kept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zachowano {percent} %</translation>
        </message>
        <message>
            <source>Connecting to {name}…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Łączenie: {name}…</translation>
        </message>
        <message>
            <source>{name} is offline — continues by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest offline – będzie dalej automatycznie</translation>
        </message>
        <message>
            <source>{name} sends something else first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wysyła najpierw coś innego</translation>
        </message>
        <message>
            <source>Next after “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Następne po „{title}”</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czeka na swoją kolej</translation>
        </message>
        <message>
            <source>Your disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój dysk tego nie przyjmuje – ruszy dalej automatycznie, gdy zacznie</translation>
        </message>
        <message>
            <source>{name}'s disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ma dysk, który tego nie przyjmuje – ruszy dalej automatycznie, gdy zacznie</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} and it goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój dysk jest pełny – zwolnij {missing}, a ruszy dalej automatycznie</translation>
        </message>
        <message>
            <source>{name}'s disk is full — {missing} more needed, goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ma pełny dysk – brakuje {missing}, potem ruszy dalej automatycznie</translation>
        </message>
        <message>
            <source>Your disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Twój dysk jest pełny – ruszy dalej automatycznie, gdy będzie miejsce</translation>
        </message>
        <message>
            <source>{name}'s disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ma pełny dysk – ruszy dalej automatycznie, gdy będzie miejsce</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} zna tę osobę jako „{name}”, na „{computer}”.</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} zna tę osobę jako „{name}”.</translation>
        </message>
        <message>
            <source>You become friends if both of you agree; compare codes to be sure.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zostaniecie znajomymi, jeśli oboje się zgodzicie; porównajcie kody dla pewności.</translation>
        </message>
        <message>
            <source>{introducer} introduces {name} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} przedstawia ci: {name}</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czeka na zgodę: {name}</translation>
        </message>
        <message>
            <source>{name} is your friend now — introduced by {introducer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty jesteście teraz znajomymi – przedstawia {introducer}</translation>
        </message>
        <message>
            <source>You declined to become friends with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie chcesz być w gronie znajomych: {name}</translation>
        </message>
        <message>
            <source>The introduction to {name} has expired. Ask {introducer} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Propozycja poznania wygasła ({name}). O nową poproś: {introducer}.</translation>
        </message>
        <message>
            <source>{name} and {other} are asked whether they want to be friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i {other}: trwa pytanie, czy chcą być znajomymi</translation>
        </message>
        <message>
            <source>{name} agrees to become friends with {other}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} zgadza się na znajomość: {other}</translation>
        </message>
        <message>
            <source>{name} does not want to become friends with {other} now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} nie chce teraz znajomości: {other}</translation>
        </message>
        <message>
            <source>Translations are not yet reviewed by native speakers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tłumaczeń nie sprawdził jeszcze nikt, dla kogo to język ojczysty.</translation>
        </message>
        <message>
            <source>without a limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>bez limitu</translation>
        </message>
        <message>
            <source>up {up} · down {down}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wysyłanie {up} · odbiór {down}</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n large transfer(s) to one friend at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Do %Ln dużego transferu naraz do jednego znajomego</numerusform>
                <numerusform>Do %Ln dużych transferów naraz do jednego znajomego</numerusform>
                <numerusform>Do %Ln dużych transferów naraz do jednego znajomego</numerusform>
            </translation>
        </message>
        <message>
            <source>From {begin} to {end}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Od {begin} do {end}</translation>
        </message>
        <message>
            <source>{hours} every day</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours} codziennie</translation>
        </message>
        <message>
            <source>Monday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>poniedziałek</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wtorek</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>środa</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>czwartek</translation>
        </message>
        <message>
            <source>Friday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>piątek</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sobota</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>niedziela</translation>
        </message>
        <message>
            <source>{hours}, {days}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours}, {days}</translation>
        </message>
        <message>
            <source>{name} wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} chce porównać z tobą kody</translation>
        </message>
        <message>
            <source>{name} wants to add you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} chce cię dodać</translation>
        </message>
        <message>
            <source>You and {name} have compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty macie porównane kody</translation>
        </message>
        <message>
            <source>You and {name} compare codes another time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty porównacie kody innym razem</translation>
        </message>
        <message>
            <source>{name} is one of your own computers now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} to teraz jeden z twoich komputerów</translation>
        </message>
        <message>
            <source>You and {name} are friends now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} i ty jesteście teraz znajomymi</translation>
        </message>
        <message>
            <source>It did not work with {name}: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie udało się ({name}): spróbuj ponownie.</translation>
        </message>
        <message>
            <source>People nearby can't find you any more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osoby w pobliżu nie mogą cię już znaleźć</translation>
        </message>
        <message>
            <source>People nearby can find you for {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Osoby w pobliżu mogą cię znaleźć jeszcze przez {time}</translation>
        </message>
        <message>
            <source>Too many attempts came in, as if someone were in between. Nobody was added. Wait ten minutes, then try again face to face, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przyszło za dużo prób, jakby ktoś był pomiędzy. Nikogo nie dodano. Poczekaj dziesięć minut i spróbuj ponownie twarzą w twarz albo użyj linku z zaproszeniem.</translation>
        </message>
        <message>
            <source>{name} is still typing yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jeszcze wpisuje twoją</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czeka na zgodę: {name}…</translation>
        </message>
        <message>
            <source>Waiting for {name} to pick you…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czekamy, aż wybierze cię {name}…</translation>
        </message>
        <message>
            <source>That doesn't fit. Ask {name} to read it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To się nie zgadza. Poproś o ponowne przeczytanie: {name}.</translation>
        </message>
        <message numerus="yes">
            <source>%n tries left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>została %Ln próba</numerusform>
                <numerusform>zostały %Ln próby</numerusform>
                <numerusform>zostało %Ln prób</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To ostatnia próba</translation>
        </message>
        <message>
            <source>{name} does this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} zrobi to później</translation>
        </message>
        <message>
            <source>{name} has typed yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ma już wpisaną twoją</translation>
        </message>
        <message>
            <source>Can't reach {name}: check that both of you are on the same network and that no firewall is in the way, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} – brak połączenia: sprawdźcie, czy oboje jesteście w tej samej sieci i czy nie przeszkadza zapora, i spróbujcie ponownie.</translation>
        </message>
        <message>
            <source>{name} is there, but not ready: ask them to open “Add a friend”, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest w sieci, ale jeszcze nie czeka: poproś o otwarcie „Dodaj znajomego” i spróbuj ponownie.</translation>
        </message>
        <message>
            <source>The connection to {name} was lost: stay on the same network and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Połączenie zostało zerwane ({name}): zostańcie w tej samej sieci i spróbujcie ponownie.</translation>
        </message>
        <message>
            <source>{name} did not answer in time: try again when both of you are ready.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} nie odpowiada na czas: spróbujcie ponownie, gdy oboje będziecie mieć chwilę.</translation>
        </message>
        <message>
            <source>{name}'s Byhand did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ma Byhand, który nie trzymał się zasad, więc połączenie zamknięto: sprawdźcie, czy oboje macie najnowszy Byhand, i spróbujcie ponownie.</translation>
        </message>
        <message>
            <source>{name} is this computer itself: pick somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} to ten sam komputer: wybierz kogoś innego.</translation>
        </message>
        <message>
            <source>Stop. Someone may be in between you two. Nothing was sent. Try again side by side, or on another network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Stop. Ktoś może być pomiędzy wami. Nic nie wysłano. Spróbujcie ponownie obok siebie albo w innej sieci.</translation>
        </message>
        <message>
            <source>{name} said no, or closed the window: ask them, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} odmawia albo zamyka okno: zapytaj i spróbujcie ponownie.</translation>
        </message>
        <message>
            <source>Too many attempts in a short time: wait ten minutes, then try again, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Za dużo prób w krótkim czasie: poczekaj dziesięć minut i spróbuj ponownie albo użyj linku z zaproszeniem.</translation>
        </message>
        <message>
            <source>Stop. One of {name}'s keys belongs to another friend of yours. Nothing was sent: don't trust it, and ask that friend in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Stop. Jeden z kluczy, które ma {name}, należy do innego twojego znajomego. Nic nie wysłano: nie ufaj temu i zapytaj tego znajomego osobiście.</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln bajt</numerusform>
                <numerusform>%Ln bajty</numerusform>
                <numerusform>%Ln bajtów</numerusform>
            </translation>
        </message>
        <message>
            <source>{number} kB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} kB</translation>
        </message>
        <message>
            <source>{number} MB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} MB</translation>
        </message>
        <message>
            <source>{number} GB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} GB</translation>
        </message>
        <message>
            <source>{number} TB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} TB</translation>
        </message>
        <message>
            <source>{number} kB/s</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} kB/s</translation>
        </message>
        <message>
            <source>{number} MB/s</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} MB/s</translation>
        </message>
        <message>
            <source>{number} GB/s</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} GB/s</translation>
        </message>
        <message numerus="yes">
            <source>%n</source>
            <comment>a number in figures</comment>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>estimating…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>szacowanie…</translation>
        </message>
        <message numerus="yes">
            <source>%n s left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>jeszcze %Ln s</numerusform>
                <numerusform>jeszcze %Ln s</numerusform>
                <numerusform>jeszcze %Ln s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>jeszcze %Ln min</numerusform>
                <numerusform>jeszcze %Ln min</numerusform>
                <numerusform>jeszcze %Ln min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n h left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>jeszcze około %Ln h</numerusform>
                <numerusform>jeszcze około %Ln h</numerusform>
                <numerusform>jeszcze około %Ln h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>został około %Ln dzień</numerusform>
                <numerusform>zostały około %Ln dni</numerusform>
                <numerusform>zostało około %Ln dni</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln plik</numerusform>
                <numerusform>%Ln pliki</numerusform>
                <numerusform>%Ln plików</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln nowy</numerusform>
                <numerusform>%Ln nowe</numerusform>
                <numerusform>%Ln nowych</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln taki sam</numerusform>
                <numerusform>%Ln takie same</numerusform>
                <numerusform>%Ln takich samych</numerusform>
            </translation>
        </message>
        <message>
            <source>It is a program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>To program</translation>
        </message>
        <message numerus="yes">
            <source>%n program(s) among them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>w tym %Ln program</numerusform>
                <numerusform>w tym %Ln programy</numerusform>
                <numerusform>w tym %Ln programów</numerusform>
            </translation>
        </message>
        <message>
            <source>program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>program</translation>
        </message>
        <message>
            <source>acts by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>działa samoczynnie</translation>
        </message>
        <message>
            <source>hidden</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ukryty</translation>
        </message>
        <message>
            <source>Very many files and folders: saving them takes long</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bardzo dużo plików i folderów: zapis potrwa długo</translation>
        </message>
        <message>
            <source>{bytes} of {total}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{bytes} z {total}</translation>
        </message>
        <message>
            <source>{whole}.{tenth}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{whole},{tenth}</translation>
        </message>
        <message>
            <source>“{title}” did not arrive here. Please send it to me again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{title}” tu nie dotarło. Wyślij mi to, proszę, jeszcze raz.</translation>
        </message>
        <message>
            <source>Please update Byhand: yours is too old to receive “{title}” from me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zaktualizuj, proszę, Byhand: twój jest za stary, aby odebrać ode mnie „{title}”.</translation>
        </message>
        <message>
            <source>I can't use your Byhand invitation. Please make a new one and send it to me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie mogę użyć twojego zaproszenia do Byhand. Utwórz, proszę, nowe i wyślij mi je.</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zablokowano</translation>
        </message>
        <message>
            <source>Identity has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość się zmieniła</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kto to jest?</translation>
        </message>
        <message>
            <source>Used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Używana na dwóch komputerach</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze bez weryfikacji</translation>
        </message>
        <message>
            <source>On this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>W tej sieci</translation>
        </message>
        <message>
            <source>Over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Przez internet</translation>
        </message>
        <message>
            <source>Online, but can't be reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Online, ale nie można się połączyć</translation>
        </message>
        <message>
            <source>Not seen yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jeszcze nie widziano</translation>
        </message>
        <message>
            <source>Last seen just now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ostatnio przed chwilą</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n min ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Ostatnio %Ln min temu</numerusform>
                <numerusform>Ostatnio %Ln min temu</numerusform>
                <numerusform>Ostatnio %Ln min temu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n h ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Ostatnio %Ln h temu</numerusform>
                <numerusform>Ostatnio %Ln h temu</numerusform>
                <numerusform>Ostatnio %Ln h temu</numerusform>
            </translation>
        </message>
        <message>
            <source>Last seen yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ostatnio wczoraj</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n day(s) ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Ostatnio %Ln dzień temu</numerusform>
                <numerusform>Ostatnio %Ln dni temu</numerusform>
                <numerusform>Ostatnio %Ln dni temu</numerusform>
            </translation>
        </message>
        <message>
            <source>Held until you say who {name} is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czeka, aż powiesz, kim jest {name}</translation>
        </message>
        <message>
            <source>{name}'s identity has changed — nothing is sent until you pair again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tożsamość się zmieniła: {name} – nic nie zostanie wysłane, dopóki nie sparujecie się ponownie</translation>
        </message>
        <message>
            <source>{name} is online but can't be reached. A firewall may be in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest online, ale nie można się połączyć. Może przeszkadzać zapora</translation>
        </message>
        <message numerus="yes">
            <source>Counting files… %n so far</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Liczenie plików… na razie %Ln</numerusform>
                <numerusform>Liczenie plików… na razie %Ln</numerusform>
                <numerusform>Liczenie plików… na razie %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting %n file(s) takes a while</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Liczenie %Ln pliku chwilę potrwa</numerusform>
                <numerusform>Liczenie %Ln plików chwilę potrwa</numerusform>
                <numerusform>Liczenie %Ln plików chwilę potrwa</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is offline — starts by itself when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} jest offline – ruszy automatycznie po powrocie</translation>
        </message>
        <message>
            <source>{name} decides later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} zdecyduje później</translation>
        </message>
        <message>
            <source>Waiting for {name} to accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Czeka na zgodę: {name}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zdecydujesz później</translation>
        </message>
        <message>
            <source>{name} waits for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} czeka na twoją odpowiedź</translation>
        </message>
        <message numerus="yes">
            <source>No data for %n s — still trying</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Brak danych od %Ln s – próbuje dalej</numerusform>
                <numerusform>Brak danych od %Ln s – próbuje dalej</numerusform>
                <numerusform>Brak danych od %Ln s – próbuje dalej</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} z %Ln pliku</numerusform>
                <numerusform>{done} z %Ln plików</numerusform>
                <numerusform>{done} z %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>Making room for it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Robienie miejsca</translation>
        </message>
        <message>
            <source>Checking that every byte arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprawdzanie, czy dotarł każdy bajt</translation>
        </message>
        <message>
            <source>Saved in {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zapisano w {folder}</translation>
        </message>
        <message>
            <source>Text received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odebrano tekst</translation>
        </message>
        <message>
            <source>accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>przyjęto automatycznie</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s) arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Dotarło {done} z %Ln pliku</numerusform>
                <numerusform>Dotarło {done} z %Ln plików</numerusform>
                <numerusform>Dotarło {done} z %Ln plików</numerusform>
            </translation>
        </message>
        <message>
            <source>did not</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nie</translation>
        </message>
        <message>
            <source>{name} went offline before you answered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} rozłącza się przed twoją odpowiedzią</translation>
        </message>
        <message>
            <source>You declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Odrzucone przez ciebie</translation>
        </message>
        <message>
            <source>{name} declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}: odrzucono</translation>
        </message>
        <message>
            <source>You took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wycofane przez ciebie</translation>
        </message>
        <message>
            <source>{name} took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}: wycofano</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anulowane przez ciebie</translation>
        </message>
        <message>
            <source>{name} cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}: anulowano</translation>
        </message>
        <message>
            <source>Nobody answered in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nikt nie odpowiedział na czas</translation>
        </message>
        <message>
            <source>You did not answer in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Brak twojej odpowiedzi na czas</translation>
        </message>
    </context>
</TS>
