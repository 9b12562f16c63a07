<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>AddFriend</name>
        <message>
            <source>Add a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freund hinzufügen</translation>
        </message>
        <message>
            <source>How to add them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wie du sie hinzufügst</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jemand in der Nähe</translation>
        </message>
        <message>
            <source>Invite link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einladungslink</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Find by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nach Namen suchen</translation>
        </message>
        <message>
            <source>Find somebody nearby by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jemanden in der Nähe nach Namen suchen</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung prüfen…</translation>
        </message>
        <message numerus="yes">
            <source>and %n more: search by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>und noch %Ln: nach Namen suchen</numerusform>
                <numerusform>und noch %Ln: nach Namen suchen</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hinzufügen</translation>
        </message>
        <message>
            <source>They need Byhand open on the same network, with “Add a friend” open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die andere Seite muss Byhand im selben Netzwerk geöffnet haben, mit „Freund hinzufügen“.</translation>
        </message>
        <message>
            <source>Nobody nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Niemand in der Nähe</translation>
        </message>
        <message>
            <source>This is my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist mein eigener Computer</translation>
        </message>
        <message>
            <source>Look again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal suchen</translation>
        </message>
        <message>
            <source>How long the link works</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wie lange der Link gilt</translation>
        </message>
        <message>
            <source>The invitation as a QR code</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Einladung als QR-Code</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Make a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Neue erstellen</translation>
        </message>
        <message>
            <source>Also reachable at…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Auch erreichbar unter…</translation>
        </message>
        <message>
            <source>Use</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verwenden</translation>
        </message>
        <message>
            <source>There is no invitation yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es gibt noch keine Einladung</translation>
        </message>
        <message>
            <source>Waiting for someone to use this link…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet, bis jemand diesen Link benutzt…</translation>
        </message>
        <message>
            <source>{name} used your link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat deinen Link benutzt</translation>
        </message>
        <message>
            <source>{name} used an earlier link of yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat einen früheren Link von dir benutzt</translation>
        </message>
        <message>
            <source>This invitation has expired</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Einladung ist abgelaufen</translation>
        </message>
        <message>
            <source>Making an invitation…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einladung wird erstellt…</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Your invitation link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Einladungslink</translation>
        </message>
        <message>
            <source>HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>HOST oder HOST:PORT</translation>
        </message>
        <message>
            <source>A further address where you can be reached, HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine weitere Adresse, unter der du erreichbar bist, HOST oder HOST:PORT</translation>
        </message>
        <message>
            <source>Make a link with this address</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Link mit dieser Adresse erstellen</translation>
        </message>
        <message>
            <source>Send this link, or let them scan the code. It works once.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schick diesen Link oder lass den Code scannen. Er gilt ein einziges Mal.</translation>
        </message>
        <message>
            <source>Invite someone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jemanden einladen</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 Stunde</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>24 Stunden</translation>
        </message>
        <message>
            <source>7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>7 Tage</translation>
        </message>
        <message>
            <source>The link you were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Link, den du bekommen hast</translation>
        </message>
        <message>
            <source>Add whoever sent the link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Absender des Links hinzufügen</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Um eine neue bitten</translation>
        </message>
        <message>
            <source>Copies what you can write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert, was du schreiben kannst</translation>
        </message>
        <message>
            <source>Paste the link you were sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Füge den Link ein, den du bekommen hast.</translation>
        </message>
        <message>
            <source>Got an invitation?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hast du eine Einladung?</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindet…</translation>
        </message>
        <message>
            <source>{name} is your friend now. Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du und {name} seid jetzt befreundet. Noch nicht verifiziert – ihr könnt jederzeit Codes vergleichen</translation>
        </message>
        <message>
            <source>Copied — paste it where you write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert – füge es dort ein, wo ihr euch schreibt</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Why?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>You're offline — continues when you're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du bist offline – es geht weiter, sobald du wieder online bist</translation>
        </message>
        <message>
            <source>Can't look for people nearby (the network blocks it). Friends still work</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Suche in der Nähe geht nicht (das Netzwerk blockiert sie). Mit Freunden funktioniert alles</translation>
        </message>
        <message>
            <source>Another program uses our port — using {port} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein anderes Programm benutzt unseren Port – stattdessen wird {port} verwendet</translation>
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
            <translation>Byhand läuft in der Leiste weiter</translation>
        </message>
        <message numerus="yes">
            <source>Byhand keeps running: %n transfer(s) under way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand läuft weiter: %Ln Übertragung unterwegs</numerusform>
                <numerusform>Byhand läuft weiter: %Ln Übertragungen unterwegs</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Quit instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Doch beenden</translation>
        </message>
    </context>
    <context>
        <name>ConnectionCheck</name>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Copy command</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Befehl kopieren</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einstellungen öffnen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>{verb}: {step}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{verb}: {step}</translation>
        </message>
        <message>
            <source>Check connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung prüfen</translation>
        </message>
        <message>
            <source>Check the connection with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung mit {name} prüfen</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schließen</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Technical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Technik</translation>
        </message>
        <message>
            <source>Group</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Close details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einzelheiten schließen</translation>
        </message>
    </context>
    <context>
        <name>DragOut</name>
        <message numerus="yes">
            <source>{name} and %n more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} und %Ln weitere</numerusform>
                <numerusform>{name} und %Ln weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Choose files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien auswählen…</translation>
        </message>
        <message>
            <source>Drop, then choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ablegen und dann einen Freund wählen</translation>
        </message>
        <message>
            <source>Drop files or folders here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien oder Ordner hier ablegen</translation>
        </message>
        <message>
            <source>or straight onto a friend on the left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>oder direkt auf einen Freund in der Liste</translation>
        </message>
        <message>
            <source>They go straight from your computer to your friend's, encrypted.
Nothing is stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie gehen verschlüsselt direkt von deinem Computer zu dem deines Freundes.
Dazwischen wird nichts gespeichert.</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jemand in der Nähe</translation>
        </message>
        <message>
            <source>Invite by link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Per Link einladen</translation>
        </message>
        <message>
            <source>Find each other in one room, or send them an invitation link.
Then drop files on their name: they go straight to their computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Findet euch im selben Raum oder schick einen Einladungslink.
Dann zieh Dateien auf den Namen: Sie gehen direkt auf den anderen Computer.</translation>
        </message>
        <message>
            <source>Add your first friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Füge deinen ersten Freund hinzu</translation>
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
            <translation>Name</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Größe</translation>
        </message>
        <message>
            <source>State</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>gespeichert als {name}</translation>
        </message>
        <message>
            <source>Find a file</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Datei suchen</translation>
        </message>
        <message>
            <source>Only problems</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nur Probleme</translation>
        </message>
        <message>
            <source>The files are being counted.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Dateien werden gezählt.</translation>
        </message>
        <message>
            <source>No file called “{text}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Keine Datei namens „{text}“.</translation>
        </message>
        <message>
            <source>No problems.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Keine Probleme.</translation>
        </message>
        <message>
            <source>The list of files was not kept, as nothing came of it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Dateiliste wurde nicht aufgehoben, weil nichts daraus wurde.</translation>
        </message>
        <message>
            <source>The files are not known yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Dateien sind noch nicht bekannt.</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Leave this file out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Datei auslassen</translation>
        </message>
        <message numerus="yes">
            <source>Leave %n file(s) out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Datei auslassen</numerusform>
                <numerusform>%Ln Dateien auslassen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Try again what failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fehlgeschlagenes noch einmal versuchen</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Auf diesem Desktop kann Byhand nicht beim Anmelden starten.</translation>
        </message>
        <message>
            <source>Welcome to Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Willkommen bei Byhand</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>10 Minuten lang für Leute in der Nähe sichtbar</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beim Anmelden starten</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los</translation>
        </message>
        <message>
            <source>Files go straight from your computer to your friend's, encrypted.
No account, nothing stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien gehen verschlüsselt direkt von deinem Computer zu dem deines Freundes.
Kein Konto, nichts wird dazwischen gespeichert.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Name</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dieser Computer</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien speichern in</translation>
        </message>
        <message>
            <source>The firewall may ask once — allow private networks.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vielleicht fragt die Firewall einmal nach – erlaube private Netzwerke.</translation>
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
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Not a friend yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch kein Freund</translation>
        </message>
        <message>
            <source>My computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Meine Computer</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freunde</translation>
        </message>
        <message>
            <source>No friend called “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kein Freund namens „{name}“.</translation>
        </message>
        <message>
            <source>Nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In der Nähe</translation>
        </message>
        <message>
            <source>Nobody nearby. They need “Add a friend” open in Byhand, on the same network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Niemand in der Nähe. Die anderen müssen in Byhand „Freund hinzufügen“ geöffnet haben, im selben Netzwerk.</translation>
        </message>
        <message numerus="yes">
            <source>%n online</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln online</numerusform>
                <numerusform>%Ln online</numerusform>
            </translation>
        </message>
        <message>
            <source>verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>verifiziert</translation>
        </message>
        <message>
            <source>my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>mein eigener Computer</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln wartet</numerusform>
                <numerusform>%Ln warten</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, nearby, not a friend yet, press Enter to add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}, in der Nähe, noch kein Freund, Eingabetaste zum Hinzufügen</translation>
        </message>
        <message>
            <source>{name} at {computer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} auf {computer}</translation>
        </message>
        <message>
            <source>Make sure that this is who you mean.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vergewissere dich, dass du diese Person meinst.</translation>
        </message>
        <message>
            <source>Add {name} first — press Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Füge {name} zuerst hinzu – mit dem Knopf Hinzufügen</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them to send files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast {name} blockiert: Hebe das auf, um Dateien zu senden</translation>
        </message>
        <message>
            <source>Nothing is sent to {name} until you say who that is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>An {name} wird nichts gesendet, bis du sagst, wer das ist</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr: {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr</translation>
        </message>
        <message numerus="yes">
            <source>Drop to send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Ablegen, um an %Ln Freund zu senden</numerusform>
                <numerusform>Ablegen, um an %Ln Freunde zu senden</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop to send</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zum Senden ablegen</translation>
        </message>
        <message>
            <source>Drop to send when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ablegen – wird gesendet, sobald dein Freund wieder da ist</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht verifiziert</translation>
        </message>
        <message>
            <source>{computer} not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{computer} noch nicht verifiziert</translation>
        </message>
        <message>
            <source>Looks like another name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sieht einem anderen Namen ähnlich</translation>
        </message>
    </context>
    <context>
        <name>FriendMenu</name>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Umbenennen…</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>An %Ln Freund senden…</numerusform>
                <numerusform>An %Ln Freunde senden…</numerusform>
            </translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien senden…</translation>
        </message>
        <message>
            <source>When {name} sends files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn {name} Dateien sendet…</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tempo begrenzen…</translation>
        </message>
        <message>
            <source>Add address…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Adresse hinzufügen…</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung prüfen…</translation>
        </message>
        <message>
            <source>Identity has changed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Identität hat sich geändert…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer ist das…</translation>
        </message>
        <message>
            <source>Used on two computers…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Auf zwei Computern benutzt…</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen…</translation>
        </message>
        <message>
            <source>Introduce to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bekannt machen mit…</translation>
        </message>
        <message>
            <source>This is somebody else's computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist der Computer von jemand anderem</translation>
        </message>
        <message>
            <source>This is my computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist mein Computer</translation>
        </message>
        <message>
            <source>Another computer of…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein weiterer Computer von…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht mehr blockieren</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Blockieren…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Remove this computer…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diesen Computer entfernen…</translation>
        </message>
        <message>
            <source>{name} is not there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist nicht da</translation>
        </message>
    </context>
    <context>
        <name>FriendNotice</name>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <source>{name} came by a name you know. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} kam unter einem Namen, den du kennst. Nichts wird gesendet, bis du sagst, wer das ist.</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast mit {name} noch keine Codes verglichen.</translation>
        </message>
        <message>
            <source>The identity of {name} is used on two computers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Identität von {name} wird auf zwei Computern benutzt.</translation>
        </message>
        <message>
            <source>The identity of {name} has changed. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Identität von {name} hat sich geändert. Nichts wird gesendet, bis du sagst, wer das ist.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen…</translation>
        </message>
        <message>
            <source>Look into it…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nachsehen…</translation>
        </message>
    </context>
    <context>
        <name>FriendPicker</name>
        <message>
            <source>Choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freund auswählen</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freund suchen</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>An %Ln Freund senden</numerusform>
                <numerusform>An %Ln Freunde senden</numerusform>
            </translation>
        </message>
        <message>
            <source>Send the picture to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das Bild senden an</translation>
        </message>
        <message>
            <source>Send the text to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Den Text senden an</translation>
        </message>
        <message numerus="yes">
            <source>Send %n item(s) to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Objekt senden an</numerusform>
                <numerusform>%Ln Objekte senden an</numerusform>
            </translation>
        </message>
        <message>
            <source>They pass it on to each other</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie geben es einander weiter</translation>
        </message>
        <message>
            <source>They pass it on to each other: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie geben es einander weiter: {choice}</translation>
        </message>
        <message>
            <source>Send to which of {name}'s computers?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>An welchen Computer von {name}?</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freund</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Empfänger</translation>
        </message>
        <message>
            <source>Has</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hat</translation>
        </message>
        <message>
            <source>Gave you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gab dir</translation>
        </message>
        <message>
            <source>Got from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bekam von dir</translation>
        </message>
        <message>
            <source>Stop</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aufhören</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht mehr weitergeben</translation>
        </message>
        <message>
            <source>Those who receive it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer es empfängt</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Active</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aktiv</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Übertragungen</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alle anhalten</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alle fortsetzen</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln läuft</numerusform>
                <numerusform>%Ln laufen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paused</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln angehalten</numerusform>
                <numerusform>%Ln angehalten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln wird weitergegeben</numerusform>
                <numerusform>%Ln werden weitergegeben</numerusform>
            </translation>
        </message>
        <message>
            <source>{speed} up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sendet {speed}</translation>
        </message>
        <message>
            <source>{speed} down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>empfängt {speed}</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln wartet auf deine Antwort</numerusform>
                <numerusform>%Ln warten auf deine Antwort</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln wartet</numerusform>
                <numerusform>%Ln warten</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nichts unterwegs</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Fetch again what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fehlendes noch einmal holen</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Show text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Text zeigen</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal anbieten</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aus der Liste nehmen</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Direction</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Richtung</translation>
        </message>
        <message>
            <source>Name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Name</translation>
        </message>
        <message>
            <source>Person</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Person</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Result</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Actions</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aktionen</translation>
        </message>
        <message>
            <source>Not read yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht gelesen</translation>
        </message>
        <message>
            <source>Back to transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zurück zu den Übertragungen</translation>
        </message>
        <message>
            <source>Clear…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Leeren…</translation>
        </message>
        <message>
            <source>Find in history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Im Verlauf suchen</translation>
        </message>
        <message>
            <source>Show everything again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wieder alles zeigen</translation>
        </message>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>Received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Empfangen</translation>
        </message>
        <message>
            <source>Anyone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alle Personen</translation>
        </message>
        <message>
            <source>Any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jederzeit</translation>
        </message>
        <message>
            <source>Find…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Suchen…</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Today</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Letzte 12 Monate</translation>
        </message>
        <message>
            <source>{name} is asked for what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wird um das Fehlende gebeten</translation>
        </message>
        <message>
            <source>Offered to {name} again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} noch einmal angeboten</translation>
        </message>
        <message>
            <source>Show transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Übertragungen zeigen</translation>
        </message>
        <message>
            <source>Clear the list?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Liste leeren?</translation>
        </message>
        <message>
            <source>Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Nothing yet. Everything you send and receive is listed here, only on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nichts. Alles, was du sendest und empfängst, steht hier, nur auf diesem Computer.</translation>
        </message>
        <message>
            <source>Nothing called “{text}” was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nichts namens „{text}“ wurde gesendet oder empfangen</translation>
        </message>
        <message>
            <source>Nothing like that was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nichts dergleichen wurde gesendet oder empfangen</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Übertragung</numerusform>
                <numerusform>%Ln Übertragungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Übertragung gefunden</numerusform>
                <numerusform>%Ln Übertragungen gefunden</numerusform>
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
            <translation>von {name}</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>an {name}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gestern</translation>
        </message>
        <message>
            <source>Moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verschoben oder gelöscht</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zugestellt</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Angekommen</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} von %Ln Datei</numerusform>
                <numerusform>{done} von %Ln Dateien</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Save a copy of your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Kopie deiner Identität speichern</translation>
        </message>
        <message>
            <source>Take over an identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Identität übernehmen</translation>
        </message>
        <message>
            <source>Your identity is saved in {file}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deine Identität ist in {file} gespeichert.</translation>
        </message>
        <message>
            <source>A passphrase for the copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Passphrase für die Kopie</translation>
        </message>
        <message>
            <source>Whoever has the file and the passphrase is you to all your friends. Keep both safe and apart; the passphrase cannot be looked up anywhere. Several words that do not belong together are a good one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer die Datei und die Passphrase hat, ist für alle deine Freunde du. Bewahre beides sicher und getrennt auf; die Passphrase lässt sich nirgends nachschlagen. Gut sind mehrere Wörter, die nicht zusammengehören.</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>The passphrase of this copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Passphrase dieser Kopie</translation>
        </message>
        <message>
            <source>The one that was chosen when {file} was saved.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die, die beim Speichern von {file} gewählt wurde.</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Öffnen</translation>
        </message>
        <message numerus="yes">
            <source>Become {name} with %n friend(s)?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Zu {name} mit %Ln Freund werden?</numerusform>
                <numerusform>Zu {name} mit %Ln Freunden werden?</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer takes over the identity of {name} at {computer}, in place of the one it has now. Do not use it on {computer} any more: friends would be warned of two computers with one identity.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dieser Computer übernimmt die Identität von {name} auf {computer}, anstelle der jetzigen. Benutze sie auf {computer} nicht mehr: Freunde würden sonst vor zwei Computern mit einer Identität gewarnt.</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <source>The identity of {name} has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Identität von {name} hat sich geändert</translation>
        </message>
        <message>
            <source>Nothing is sent until you have paired with them again and compared codes.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nichts wird gesendet, bis ihr euch neu gekoppelt und Codes verglichen habt.</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Neu koppeln…</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Blockieren</translation>
        </message>
        <message>
            <source>What do you call {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wie nennst du {name}?</translation>
        </message>
        <message>
            <source>A name that none of your friends has.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Name, den keiner deiner Freunde hat.</translation>
        </message>
        <message>
            <source>Call them that</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>So nennen</translation>
        </message>
        <message>
            <source>Forget the old {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bisherigen Eintrag {name} vergessen?</translation>
        </message>
        <message>
            <source>What waits for the old computer goes off the list. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Was auf den alten Computer wartet, verschwindet aus der Liste. Dateien, die du schon hast, bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>Replace the old one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bisherigen ersetzen</translation>
        </message>
        <message>
            <source>{name} is used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wird auf zwei Computern benutzt</translation>
        </message>
        <message>
            <source>The identity came from one computer, and now from another one. Either it has moved there, or somebody has a copy of it. Ask {name}; until then every file is asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Identität kam von einem Computer und nun von einem anderen. Entweder ist sie dorthin umgezogen, oder jemand hat eine Kopie davon. Frag {name}; bis dahin wird bei jeder Datei nachgefragt.</translation>
        </message>
        <message>
            <source>It has moved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie ist umgezogen</translation>
        </message>
        <message>
            <source>You have blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast {name} blockiert</translation>
        </message>
        <message>
            <source>Nothing comes from them, and nothing can be sent to them.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von dort kommt nichts, und dorthin kann nichts gesendet werden.</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht mehr blockieren</translation>
        </message>
        <message>
            <source>The friend you know</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Freund, den du kennst</translation>
        </message>
        <message>
            <source>The newcomer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Neuzugang</translation>
        </message>
        <message>
            <source>They may have a new computer — or it is someone else. Nothing is sent to either of them until you say who is who.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vielleicht ist es ein neuer Computer – oder jemand anderes. An keinen von beiden wird etwas gesendet, bis du sagst, wer wer ist.</translation>
        </message>
        <message>
            <source>Who is {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer ist {name}?</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <source>Compare codes with the newcomer before you believe that this is {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vergleiche Codes mit dem Neuzugang, bevor du glaubst, dass es {name} ist.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen…</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jemand anderes</translation>
        </message>
        <message>
            <source>They get a name of their own; {name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Neuzugang bekommt einen eigenen Namen; {name} bleibt, wie gehabt.</translation>
        </message>
        <message>
            <source>Give a name…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Namen geben…</translation>
        </message>
        <message>
            <source>Another computer of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein weiterer Computer von {name}</translation>
        </message>
        <message>
            <source>Both are used from now on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ab jetzt werden beide benutzt.</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beide behalten</translation>
        </message>
        <message>
            <source>{name} on a new computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} an einem neuen Computer</translation>
        </message>
        <message>
            <source>The old one is forgotten, with what waits for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der bisherige wird vergessen, mit allem, was auf ihn wartet.</translation>
        </message>
        <message>
            <source>Replace the old one…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bisherigen ersetzen…</translation>
        </message>
        <message>
            <source>Nobody I want to hear of</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Niemand, von dem ich hören will</translation>
        </message>
        <message>
            <source>{name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} bleibt, wie gehabt.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Blockieren…</translation>
        </message>
        <message>
            <source>Introduced by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bekannt gemacht von {name}</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht verifiziert</translation>
        </message>
        <message>
            <source>Verified on {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verifiziert am {date}</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal dieselbe</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die beiden sind noch nicht gleich.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>Introduction</name>
        <message>
            <source>Introduce {name} to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} bekannt machen mit…</translation>
        </message>
        <message>
            <source>Introduce</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bekannt machen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Both see the name you use for the other, and become friends if both agree.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beide sehen den Namen, den du für die andere Seite benutzt, und werden Freunde, wenn beide zustimmen.</translation>
        </message>
        <message>
            <source>Nobody else is there right now. To introduce {name} to somebody, both of them must be online.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sonst ist gerade niemand da. Um {name} mit jemandem bekannt zu machen, müssen beide online sein.</translation>
        </message>
        <message>
            <source>Become friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freunde werden</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zurücknehmen</translation>
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
            <translation>Dateien zum Senden auswählen</translation>
        </message>
        <message numerus="yes">
            <source>Sending to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wird an %Ln Freund gesendet</numerusform>
                <numerusform>Wird an %Ln Freunde gesendet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Freund ausgewählt</numerusform>
                <numerusform>%Ln Freunde ausgewählt</numerusform>
            </translation>
        </message>
        <message>
            <source>Make it private</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Privat machen</translation>
        </message>
    </context>
    <context>
        <name>Nameless</name>
        <message>
            <source>A friend wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Freund möchte mit dir Codes vergleichen</translation>
        </message>
        <message>
            <source>A friend introduces somebody to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Freund macht dich mit jemandem bekannt</translation>
        </message>
        <message>
            <source>A friend wants to send you something</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Freund möchte dir etwas senden</translation>
        </message>
        <message>
            <source>Something is coming from a friend — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Etwas kommt von einem Freund – von selbst angenommen</translation>
        </message>
        <message>
            <source>A friend declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Freund hat abgelehnt</translation>
        </message>
        <message>
            <source>A transfer has failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Übertragung ist fehlgeschlagen</translation>
        </message>
        <message>
            <source>Not all of a transfer has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Übertragung ist nicht vollständig angekommen</translation>
        </message>
        <message>
            <source>Something from a friend has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Etwas von einem Freund ist angekommen</translation>
        </message>
        <message>
            <source>What you sent has been delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Was du gesendet hast, ist zugestellt</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Show report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bericht zeigen</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. Nothing is lost</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand wurde unerwartet geschlossen. Nichts ist verloren</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. One transfer continues now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand wurde unerwartet geschlossen. Eine Übertragung geht jetzt weiter</translation>
        </message>
        <message numerus="yes">
            <source>Byhand closed unexpectedly. %n transfer(s) continue now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand wurde unerwartet geschlossen. %Ln Übertragung geht jetzt weiter</numerusform>
                <numerusform>Byhand wurde unerwartet geschlossen. %Ln Übertragungen gehen jetzt weiter</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} blockiert</translation>
        </message>
        <message>
            <source>Not saved. {problem}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht gespeichert. {problem}</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ausblenden: {text}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ausblenden</translation>
        </message>
    </context>
    <context>
        <name>Notification</name>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Dateien speichern in</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Update the folder already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Den vorhandenen Ordner aktualisieren</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Review…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ansehen…</translation>
        </message>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>Change the folder it is saved in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Den Ordner ändern, in dem gespeichert wird</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Später entscheiden</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht verifiziert</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verifiziert</translation>
        </message>
        <message>
            <source>{name} wants to send you files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte dir Dateien senden</translation>
        </message>
        <message>
            <source>{name} wants to send you a text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte dir einen Text senden</translation>
        </message>
        <message>
            <source>{name} wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte dir einen Ordner senden</translation>
        </message>
        <message numerus="yes">
            <source>{name} wants to send you %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} möchte dir %Ln Datei senden</numerusform>
                <numerusform>{name} möchte dir %Ln Dateien senden</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is sending you a text — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} sendet dir einen Text – von selbst angenommen</translation>
        </message>
        <message>
            <source>{name} is sending you a folder — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} sendet dir einen Ordner – von selbst angenommen</translation>
        </message>
        <message numerus="yes">
            <source>{name} is sending you %n file(s) — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} sendet dir %Ln Datei – von selbst angenommen</numerusform>
                <numerusform>{name} sendet dir %Ln Dateien – von selbst angenommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>counting… %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>wird gezählt… %Ln Datei</numerusform>
                <numerusform>wird gezählt… %Ln Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>goes to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>kommt in {folder}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du entscheidest später</translation>
        </message>
        <message>
            <source>“{note}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{note}“</translation>
        </message>
        <message>
            <source>Take part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mitmachen</translation>
        </message>
    </context>
    <context>
        <name>Pairing</name>
        <message>
            <source>{name}'s number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zahl von {name}</translation>
        </message>
        <message>
            <source>Your number: {digits}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deine Zahl: {digits}</translation>
        </message>
        <message>
            <source>Your number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deine Zahl</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Compare codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen</translation>
        </message>
        <message>
            <source>You read six digits to each other, in person or by phone.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ihr lest euch sechs Ziffern vor, persönlich oder am Telefon.</translation>
        </message>
        <message>
            <source>They don't fit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie stimmen nicht überein</translation>
        </message>
        <message>
            <source>Do this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Später machen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>They call themselves “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dort nennt man sich „{name}“, auf „{computer}“.</translation>
        </message>
        <message>
            <source>Read your number to {name}, and type theirs</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lies {name} deine Zahl vor und tippe die andere ein</translation>
        </message>
        <message>
            <source>Ask in person or by phone. If both numbers fit, nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fragt euch persönlich oder am Telefon. Wenn beide Zahlen stimmen, ist niemand dazwischen.</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes mit {name} vergleichen</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hinzufügen</translation>
        </message>
        <message>
            <source>A card in their window asks whether they have time for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Karte im anderen Fenster fragt, ob gerade Zeit dafür ist.</translation>
        </message>
        <message>
            <source>In their “Add a friend” they press Add beside “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dort muss in „Freund hinzufügen“ neben „{name}“ der Knopf Hinzufügen gedrückt werden.</translation>
        </message>
        <message>
            <source>You know somebody of this name already. Say in your list of friends who is who; until then nothing is sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du kennst schon jemanden mit diesem Namen. Sag in deiner Freundesliste, wer wer ist; bis dahin wird nichts gesendet.</translation>
        </message>
        <message>
            <source>Verified: both numbers fit, so nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verifiziert: Beide Zahlen stimmen, also ist niemand dazwischen.</translation>
        </message>
        <message>
            <source>Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht verifiziert – ihr könnt jederzeit Codes vergleichen</translation>
        </message>
        <message>
            <source>You and {name} have not compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du und {name} habt keine Codes verglichen</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wurde nicht hinzugefügt</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Dateien speichern in</translation>
        </message>
        <message>
            <source>When {name} sends files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn {name} Dateien sendet</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jedes Mal fragen</translation>
        </message>
        <message>
            <source>Accept by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von selbst annehmen</translation>
        </message>
        <message>
            <source>Up to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bis zu</translation>
        </message>
        <message>
            <source>Keep executable files executable</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ausführbare Dateien ausführbar lassen</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Üblicher Ordner</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen…</translation>
        </message>
        <message>
            <source>The usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der übliche Ordner</translation>
        </message>
        <message>
            <source>Change the folder for files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Den Ordner für Dateien von {name} ändern</translation>
        </message>
        <message>
            <source>Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bei Programmen wird immer nachgefragt.</translation>
        </message>
        <message>
            <source>Only for friends with whom you have compared codes: until then it may be somebody else who sends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nur bei Freunden, mit denen du Codes verglichen hast: Bis dahin könnte jemand anderes senden.</translation>
        </message>
        <message>
            <source>Save in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Speichern in</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Speichern</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>That is not a friend of yours any more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist kein Freund von dir mehr.</translation>
        </message>
        <message>
            <source>That can't be done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das geht nicht</translation>
        </message>
        <message>
            <source>Rename {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} umbenennen</translation>
        </message>
        <message>
            <source>Rename</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} entfernen?</translation>
        </message>
        <message>
            <source>You can't send each other files any more until you invite each other again. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ihr könnt euch keine Dateien mehr senden, bis ihr euch wieder einladet. Dateien, die du schon hast, bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Block {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} blockieren?</translation>
        </message>
        <message>
            <source>What is under way with them ends, and nothing comes from them until you unblock them. They are not told.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Was gerade unterwegs ist, endet, und von dort kommt nichts mehr, bis du nicht mehr blockierst. Die andere Seite erfährt es nicht.</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Blockieren</translation>
        </message>
        <message>
            <source>Another computer of whom?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein weiterer Computer von wem?</translation>
        </message>
        <message>
            <source>There is no other friend whose computer it could be.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es gibt keinen anderen Freund, dessen Computer es sein könnte.</translation>
        </message>
        <message>
            <source>Is {name} another computer of {person}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ist {name} ein weiterer Computer von {person}?</translation>
        </message>
        <message>
            <source>Both are shown as {person} then, and you choose the computer when you send.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beide erscheinen dann als {person}, und beim Senden wählst du den Computer.</translation>
        </message>
        <message>
            <source>Show them as one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zusammen anzeigen</translation>
        </message>
        <message>
            <source>Add an address of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Adresse von {name} hinzufügen</translation>
        </message>
        <message>
            <source>Where their computer can be reached, as HOST or HOST:PORT. It is tried besides the addresses that are found by themselves.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wo der andere Computer erreichbar ist, als HOST oder HOST:PORT. Die Adresse wird zusätzlich zu den gefundenen versucht.</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>So lassen</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel {title}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{title} abbrechen?</translation>
        </message>
        <message>
            <source>{amount} have been handed over already and will be dropped.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{amount} sind schon übergeben und gehen verloren.</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nichts unterwegs</translation>
        </message>
        <message>
            <source>Nothing has finished yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch ist nichts fertig</translation>
        </message>
    </context>
    <context>
        <name>Request</name>
        <message>
            <source>Block {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} blockieren</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht jetzt</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Always accept from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von {name} immer annehmen</translation>
        </message>
        <message>
            <source>Up to {size} at once. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bis zu {size} auf einmal. Bei Programmen wird immer nachgefragt.</translation>
        </message>
        <message>
            <source>Files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien von {name}</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Accept {files} · {size}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{files} annehmen · {size}</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Größte zuerst</translation>
        </message>
        <message>
            <source>{count} of {total} chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{count} von {total} ausgewählt</translation>
        </message>
        <message>
            <source>will be saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wird als {name} gespeichert</translation>
        </message>
        <message>
            <source>folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ausgewählt</translation>
        </message>
        <message>
            <source>chosen in part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>teilweise ausgewählt</translation>
        </message>
        <message>
            <source>left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ausgelassen</translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n file(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{count} von %Ln Datei ausgewählt</numerusform>
                <numerusform>{count} von %Ln Dateien ausgewählt</numerusform>
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
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen…</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet. It may be someone else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast mit {name} noch keine Codes verglichen. Es könnte jemand anderes sein.</translation>
        </message>
        <message>
            <source>wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>möchte dir einen Ordner senden</translation>
        </message>
        <message numerus="yes">
            <source>wants to send you %n file(s) ({size})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>möchte dir %Ln Datei senden ({size})</numerusform>
                <numerusform>möchte dir %Ln Dateien senden ({size})</numerusform>
            </translation>
        </message>
        <message>
            <source>Verified friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verifizierter Freund</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht verifiziert</translation>
        </message>
        <message>
            <source>Save to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Speichern in</translation>
        </message>
        <message>
            <source>Save to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Speichern in {folder}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} frei</translation>
        </message>
        <message>
            <source>Needs {needed}, {free} free here — choose another folder or fewer files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Braucht {needed}, hier sind {free} frei – wähle einen anderen Ordner oder weniger Dateien</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anderer Ordner…</translation>
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
            <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
        </message>
        <message>
            <source>Technical report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Technischer Bericht</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Benachrichtigungen</translation>
        </message>
        <message>
            <source>With names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mit Namen</translation>
        </message>
        <message>
            <source>They say who sends what, and what has arrived.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie sagen, wer was sendet und was angekommen ist.</translation>
        </message>
        <message>
            <source>Without names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ohne Namen</translation>
        </message>
        <message>
            <source>Nobody who looks over your shoulder learns who it is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Niemand, der dir über die Schulter sieht, erfährt, wer es ist.</translation>
        </message>
        <message>
            <source>Off</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aus</translation>
        </message>
        <message>
            <source>Requests wait in the window until you look.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anfragen warten im Fenster, bis du nachsiehst.</translation>
        </message>
        <message>
            <source>Keep history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verlauf aufheben</translation>
        </message>
        <message>
            <source>Forever</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Für immer</translation>
        </message>
        <message>
            <source>It is on this computer only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es gibt ihn nur auf diesem Computer.</translation>
        </message>
        <message>
            <source>30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>30 Tage</translation>
        </message>
        <message>
            <source>Older entries go by themselves. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ältere Einträge verschwinden von selbst. Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie</translation>
        </message>
        <message>
            <source>What has ended is not listed. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Was zu Ende ist, wird nicht aufgeführt. Dateien bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>Your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deine Identität</translation>
        </message>
        <message>
            <source>Save received files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Empfangene Dateien speichern in</translation>
        </message>
        <message>
            <source>Change the folder for received files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Den Ordner für empfangene Dateien ändern</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ändern…</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verifiziert</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes vergleichen…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht mehr blockieren</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes mit {name} vergleichen</translation>
        </message>
        <message>
            <source>Unblock {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} nicht mehr blockieren</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr: {name}</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Umbenennen…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Blockieren…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Entfernen…</translation>
        </message>
        <message>
            <source>You have no friends here yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast hier noch keine Freunde.</translation>
        </message>
        <message>
            <source>Your identity is what friends know you by; it exists on this computer only. With a copy you stay yourself when the computer is lost, or move to another one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>An deiner Identität erkennen dich deine Freunde; es gibt sie nur auf diesem Computer. Mit einer Kopie bleibst du du selbst, wenn der Computer verloren geht oder du auf einen anderen umziehst.</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopie speichern…</translation>
        </message>
        <message>
            <source>Take over from a file…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aus Datei übernehmen…</translation>
        </message>
        <message>
            <source>As the system</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wie im System</translation>
        </message>
        <message>
            <source>Language</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Byhand speaks it when it starts next time.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand spricht sie ab dem nächsten Start.</translation>
        </message>
        <message>
            <source>System</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>System</translation>
        </message>
        <message>
            <source>Light</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Dark</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>Colours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung prüfen…</translation>
        </message>
        <message>
            <source>Port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Port</translation>
        </message>
        <message>
            <source>Another program uses port {port}; yours is still {old}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein anderes Programm benutzt Port {port}; deiner ist weiter {old}.</translation>
        </message>
        <message>
            <source>A port is a number from {least} to {most}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Port ist eine Zahl von {least} bis {most}.</translation>
        </message>
        <message>
            <source>Another program uses port {port} — using {other} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein anderes Programm benutzt Port {port} – stattdessen wird {other} verwendet</translation>
        </message>
        <message>
            <source>Holds from the next start on; until then it is {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gilt ab dem nächsten Start; bis dahin ist es {port}.</translation>
        </message>
        <message>
            <source>One folder per friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Ordner für jeden Freund</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Jedes Mal fragen</translation>
        </message>
        <message>
            <source>Accept from verified friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von verifizierten Freunden annehmen</translation>
        </message>
        <message>
            <source>When files come</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn Dateien kommen</translation>
        </message>
        <message>
            <source>Both are kept: the new one becomes “name (1)”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beide bleiben: Die neue Datei heißt dann „Name (1)“.</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien speichern in</translation>
        </message>
        <message>
            <source>When a name exists</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn es den Namen schon gibt</translation>
        </message>
        <message>
            <source>Files of friends you have compared codes with come in by themselves, up to 1 GB at once unless you say otherwise for a friend. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien von Freunden, mit denen du Codes verglichen hast, kommen von selbst herein, bis 1 GB auf einmal, wenn du für einen Freund nichts anderes sagst. Bei Programmen wird immer nachgefragt.</translation>
        </message>
        <message>
            <source>You are asked before anything comes in, unless you say otherwise for a friend.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du wirst gefragt, bevor etwas hereinkommt, wenn du für einen Freund nichts anderes sagst.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>You</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wird empfangen</translation>
        </message>
        <message>
            <source>Who can see me</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer mich sehen kann</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <source>Look</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Privatsphäre</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freunde</translation>
        </message>
        <message>
            <source>About</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Über das Programm</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beim Anmelden starten</translation>
        </message>
        <message>
            <source>Keep running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In der Leiste weiterlaufen</translation>
        </message>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Auf diesem Desktop kann Byhand nicht beim Anmelden starten.</translation>
        </message>
        <message>
            <source>Your desktop has no tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Desktop hat keine Leiste dafür</translation>
        </message>
        <message>
            <source>Friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nur Freunde</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Niemand</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 min</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>10 Minuten lang für Leute in der Nähe sichtbar</translation>
        </message>
        <message>
            <source>{network} can't be told from other networks like it: there people nearby see you for some minutes only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{network} lässt sich nicht von ähnlichen Netzwerken unterscheiden: Dort sehen dich Leute in der Nähe nur für einige Minuten.</translation>
        </message>
        <message>
            <source>Always visible on {network}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In {network} immer sichtbar</translation>
        </message>
        <message>
            <source>Friends can't find this computer by themselves; it still finds those it can see.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freunde finden diesen Computer nicht von selbst; er findet weiterhin die, die er sehen kann.</translation>
        </message>
        <message>
            <source>Only friends can tell that this computer is here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nur Freunde können erkennen, dass dieser Computer da ist.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Name</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dieser Computer</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freund suchen</translation>
        </message>
        <message>
            <source>Visible to people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Für Leute in der Nähe sichtbar</translation>
        </message>
        <message>
            <source>Visible to nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Für niemanden sichtbar</translation>
        </message>
        <message>
            <source>Visible to friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nur für Freunde sichtbar</translation>
        </message>
        <message>
            <source>Add a friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freund hinzufügen…</translation>
        </message>
    </context>
    <context>
        <name>Speed</name>
        <message>
            <source>No limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Unbegrenzt</translation>
        </message>
        <message>
            <source>Write a speed like 500 kB/s or 10 MB/s; empty is no limit.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schreib ein Tempo wie 500 kB/s oder 10 MB/s; leer heißt unbegrenzt.</translation>
        </message>
        <message>
            <source>Limit the speed with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tempo mit {name} begrenzen</translation>
        </message>
        <message>
            <source>Limit the speed of “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tempo von „{title}“ begrenzen</translation>
        </message>
        <message>
            <source>Send at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Höchstens senden mit</translation>
        </message>
        <message>
            <source>Receive at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Höchstens empfangen mit</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Transfers at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Übertragungen zugleich</translation>
        </message>
        <message>
            <source>From</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bis</translation>
        </message>
        <message>
            <source>Other limits at certain hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Andere Grenzen zu bestimmten Stunden</translation>
        </message>
        <message>
            <source>to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>bis</translation>
        </message>
        <message>
            <source>to one friend; small ones never wait</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>an einen Freund; kleine warten nie</translation>
        </message>
    </context>
    <context>
        <name>SpeedGraph</name>
        <message>
            <source>Speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>now {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>jetzt {speed}</translation>
        </message>
        <message>
            <source>average {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>im Schnitt {speed}</translation>
        </message>
        <message>
            <source>highest {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>höchstens {speed}</translation>
        </message>
    </context>
    <context>
        <name>Technical</name>
        <message>
            <source>Connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verschlüsselung</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verifiziert</translation>
        </message>
        <message>
            <source>Average speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mittleres Tempo</translation>
        </message>
        <message>
            <source>Started</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Ended</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>Folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Reason</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Übertragung</translation>
        </message>
        <message>
            <source>Digest of the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Prüfsumme der Liste</translation>
        </message>
        <message>
            <source>Not connected now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gerade nicht verbunden</translation>
        </message>
        <message>
            <source>Direct, on this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Direkt, in diesem Netzwerk</translation>
        </message>
        <message>
            <source>Direct, over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Direkt, über das Internet</translation>
        </message>
        <message>
            <source>{cipher}, end to end</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{cipher}, von Ende zu Ende</translation>
        </message>
        <message>
            <source>Codes were not compared yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Codes wurden noch nicht verglichen</translation>
        </message>
        <message>
            <source>Since {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Seit {date}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Text</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert</translation>
        </message>
    </context>
    <context>
        <name>TransferList</name>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}, or until you quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wird bis {time} an %Ln anderen weitergegeben, oder bis du beendest</numerusform>
                <numerusform>Wird bis {time} an %Ln andere weitergegeben, oder bis du beendest</numerusform>
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
            <translation>Es wurde verschoben oder gelöscht</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>Send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die neue Fassung senden</translation>
        </message>
        <message numerus="yes">
            <source>Try the %n file(s) again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Die %Ln Datei noch einmal versuchen</numerusform>
                <numerusform>Die %Ln Dateien noch einmal versuchen</numerusform>
            </translation>
        </message>
        <message>
            <source>Show files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien zeigen</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal anbieten</translation>
        </message>
        <message>
            <source>Ask {name} to send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} bitten, es noch einmal zu senden</translation>
        </message>
        <message>
            <source>Tell {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} Bescheid geben</translation>
        </message>
        <message>
            <source>Pause</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Resume</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <source>Move up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nach oben</translation>
        </message>
        <message>
            <source>Move down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nach unten</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tempo begrenzen…</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht mehr weitergeben</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Text kopieren</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bild kopieren</translation>
        </message>
        <message>
            <source>Send again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal senden</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindung prüfen…</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Neu koppeln…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer ist das…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aus dieser Liste entfernen</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>{name} accepted: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat angenommen: {title}</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Übertragungen</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>In progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Läuft</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>an {name}</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>von {name}</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand öffnen</translation>
        </message>
        <message>
            <source>Stop passing on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht mehr an andere weitergeben</translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dateien senden…</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>10 Minuten lang für Leute in der Nähe sichtbar</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Beenden</translation>
        </message>
        <message numerus="yes">
            <source>Quit (%n transfer(s) continue next time)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Beenden (%Ln Übertragung geht nächstes Mal weiter)</numerusform>
                <numerusform>Beenden (%Ln Übertragungen gehen nächstes Mal weiter)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln weitere Anfrage…</numerusform>
                <numerusform>%Ln weitere Anfragen…</numerusform>
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
                <numerusform>%Ln Anfrage</numerusform>
                <numerusform>%Ln Anfragen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>Slowed down by the limit that is set: {rate}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gebremst durch die eingestellte Grenze: {rate}</translation>
        </message>
        <message>
            <source>Slowed down by the disk of this computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gebremst durch den Datenträger dieses Computers</translation>
        </message>
        <message>
            <source>Slowed down by {name}'s disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gebremst durch den Datenträger von {name}</translation>
        </message>
        <message>
            <source>Slowed down by the network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gebremst durch das Netzwerk</translation>
        </message>
        <message>
            <source>Slowed down by the limit that is set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gebremst durch die eingestellte Grenze</translation>
        </message>
        <message>
            <source>Slowed down by a limit that {name} has set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gebremst durch eine Grenze, die {name} eingestellt hat</translation>
        </message>
        <message>
            <source>As fast as this computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>So schnell, wie dieser Computer kann</translation>
        </message>
        <message>
            <source>As fast as {name}'s computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>So schnell, wie der Computer von {name} kann</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Datei geprüft</numerusform>
                <numerusform>%Ln Dateien geprüft</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln fehlt</numerusform>
                <numerusform>%Ln fehlen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln geändert</numerusform>
                <numerusform>%Ln geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>all are as they were handed over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>alle sind so, wie sie übergeben wurden</translation>
        </message>
        <message>
            <source>but the receipt is not signed for them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>aber die Quittung ist für sie nicht unterschrieben</translation>
        </message>
        <message>
            <source>The receipt is not signed for these files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Quittung ist für diese Dateien nicht unterschrieben</translation>
        </message>
        <message>
            <source>It is as it arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie ist so, wie sie ankam</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Die eine Datei ist so, wie sie ankam</numerusform>
                <numerusform>Alle %Ln Dateien sind so, wie sie ankamen</numerusform>
            </translation>
        </message>
        <message>
            <source>It is as it was sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sie ist so, wie sie gesendet wurde</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Die eine Datei ist so, wie sie gesendet wurde</numerusform>
                <numerusform>Alle %Ln Dateien sind so, wie sie gesendet wurden</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking… {percent}%</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wird geprüft… {percent}%</translation>
        </message>
        <message numerus="yes">
            <source>{missing}, %n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{missing}, %Ln geändert</numerusform>
                <numerusform>{missing}, %Ln geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 Datei hat sich geändert</translation>
        </message>
        <message numerus="yes">
            <source>%n files have changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Datei hat sich geändert</numerusform>
                <numerusform>%Ln Dateien haben sich geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 Datei fehlt</translation>
        </message>
        <message numerus="yes">
            <source>%n files are missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Datei fehlt</numerusform>
                <numerusform>%Ln Dateien fehlen</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer's port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Port dieses Computers</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <source>VPN</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Firewall</translation>
        </message>
        <message>
            <source>Finding people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Leute in der Nähe finden</translation>
        </message>
        <message>
            <source>Being reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Erreichbar sein</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>Fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In Ordnung</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht sicher</translation>
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
                <numerusform>%Ln anderer Computer ist hier zu hören.</numerusform>
                <numerusform>%Ln andere Computer sind hier zu hören.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at this computer, the network and your friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dieser Computer, das Netzwerk und dein Freund werden geprüft…</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Problem gefunden</numerusform>
                <numerusform>%Ln Probleme gefunden</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alles in Ordnung</translation>
        </message>
        <message>
            <source>No problem found, but not everything could be checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kein Problem gefunden, aber nicht alles ließ sich prüfen</translation>
        </message>
        <message>
            <source>Nothing here keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nichts hier hält Port {port} geschlossen.</translation>
        </message>
        <message>
            <source>The firewall {name} lets port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Firewall {name} lässt Port {port} herein.</translation>
        </message>
        <message>
            <source>Listening on port {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet an Port {port}.</translation>
        </message>
        <message>
            <source>Another program uses port {taken}: listening on {port} instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein anderes Programm benutzt Port {taken}: stattdessen wird {port} verwendet.</translation>
        </message>
        <message>
            <source>No firewall is active on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Auf diesem Computer ist keine Firewall aktiv.</translation>
        </message>
        <message>
            <source>The firewall {name} keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Firewall {name} hält Port {port} geschlossen.</translation>
        </message>
        <message>
            <source>The firewall {name} is active and may keep port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Firewall {name} ist aktiv und hält vielleicht Port {port} geschlossen.</translation>
        </message>
        <message>
            <source>This computer doesn't tell whether a firewall is active.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dieser Computer verrät nicht, ob eine Firewall aktiv ist.</translation>
        </message>
        <message>
            <source>Connected: {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbunden: {name}.</translation>
        </message>
        <message>
            <source>This computer is on no network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dieser Computer ist in keinem Netzwerk.</translation>
        </message>
        <message>
            <source>No VPN is on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kein VPN ist eingeschaltet.</translation>
        </message>
        <message>
            <source>The VPN {name} is on and not in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das VPN {name} ist eingeschaltet und nicht im Weg.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alles geht durch das VPN {name}.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}, which may keep friends out.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alles geht durch das VPN {name}, das Freunde vielleicht nicht durchlässt.</translation>
        </message>
        <message>
            <source>Nobody else is heard on this network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sonst ist in diesem Netzwerk niemand zu hören.</translation>
        </message>
        <message>
            <source>Not even our own announcement comes back: it is blocked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht einmal unsere eigene Ankündigung kommt zurück: Sie wird blockiert.</translation>
        </message>
        <message>
            <source>There is no network to listen on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es gibt kein Netzwerk, in dem man lauschen könnte.</translation>
        </message>
        <message>
            <source>{name} called back and reached this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat zurückgerufen und diesen Computer erreicht.</translation>
        </message>
        <message>
            <source>{name} called back and could not get in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat zurückgerufen und kam nicht herein.</translation>
        </message>
        <message>
            <source>{name} is on this network but can't be reached.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist in diesem Netzwerk, aber nicht zu erreichen.</translation>
        </message>
        <message>
            <source>{name} is not there and can't call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist nicht da und kann nicht zurückrufen.</translation>
        </message>
        <message>
            <source>{name} needs a newer Byhand to call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} braucht ein neueres Byhand, um zurückzurufen.</translation>
        </message>
        <message>
            <source>{name} was not asked again: a friend calls back once a minute at most.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wurde nicht noch einmal gefragt: Ein Freund ruft höchstens einmal in der Minute zurück.</translation>
        </message>
        <message>
            <source>{name} gave no answer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat nicht geantwortet.</translation>
        </message>
        <message>
            <source>{name} says it worked, but no call came.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} sagt, es habe geklappt, aber es kam kein Anruf.</translation>
        </message>
        <message>
            <source>{name} was not asked: nothing goes to them now.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wurde nicht gefragt: Zurzeit wird dorthin nichts gesendet.</translation>
        </message>
        <message>
            <source>No friend is there who could call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Kein Freund ist da, der zurückrufen könnte.</translation>
        </message>
        <message>
            <source>Friends don't call ports below 1024.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freunde rufen keine Ports unter 1024 an.</translation>
        </message>
        <message>
            <source>Open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Öffne den Port mit diesem Befehl:</translation>
        </message>
        <message>
            <source>Friends find the new port. Firewall rules may need it, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freunde finden den neuen Port. Vielleicht brauchen ihn auch die Regeln der Firewall.</translation>
        </message>
        <message>
            <source>If friends can't reach you, open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn Freunde dich nicht erreichen, öffne den Port mit diesem Befehl:</translation>
        </message>
        <message>
            <source>If one is, let TCP port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Falls doch, lass TCP-Port {port} herein.</translation>
        </message>
        <message>
            <source>Connect to Wi-Fi or plug in a cable.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbinde dich mit einem WLAN oder steck ein Kabel ein.</translation>
        </message>
        <message>
            <source>If friends nearby can't be reached, allow the local network in its settings.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn Freunde in der Nähe nicht zu erreichen sind, erlaube das lokale Netzwerk in seinen Einstellungen.</translation>
        </message>
        <message>
            <source>Allow the local network in its settings, or turn it off and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Erlaube das lokale Netzwerk in seinen Einstellungen, oder schalte es aus und versuch es noch einmal.</translation>
        </message>
        <message>
            <source>You may be alone here. Guest networks keep computers apart: use another one, or an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vielleicht bist du hier allein. Netzwerke für Gäste halten Computer auseinander: Nimm ein anderes oder einen Einladungslink.</translation>
        </message>
        <message>
            <source>Let UDP port 5353 in, or add friends by an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lass UDP-Port 5353 herein, oder füge Freunde mit einem Einladungslink hinzu.</translation>
        </message>
        <message>
            <source>A firewall here, or a router in between, must let TCP port {port} in. You may still reach {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Firewall hier oder ein Router dazwischen muss TCP-Port {port} hereinlassen. Vielleicht erreichst du {name} trotzdem.</translation>
        </message>
        <message>
            <source>A firewall there may be in the way: ask {name} to check the connection, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vielleicht ist dort eine Firewall im Weg: Bitte {name}, die Verbindung auch zu prüfen.</translation>
        </message>
        <message>
            <source>Try again when {name} has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Versuch es noch einmal, wenn {name} Byhand geöffnet hat.</translation>
        </message>
        <message>
            <source>Ask {name} to update.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bitte {name} um eine Aktualisierung.</translation>
        </message>
        <message>
            <source>Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Versuch es in einer Minute noch einmal.</translation>
        </message>
        <message>
            <source>Something else may answer at your address. Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vielleicht antwortet an deiner Adresse etwas anderes. Versuch es in einer Minute noch einmal.</translation>
        </message>
        <message>
            <source>The menu of {name} says why.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das Menü von {name} sagt, warum.</translation>
        </message>
        <message>
            <source>Try again when a friend has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Versuch es noch einmal, wenn ein Freund Byhand geöffnet hat.</translation>
        </message>
        <message>
            <source>Choose a port of 1024 or more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wähle einen Port ab 1024.</translation>
        </message>
        <message>
            <source>Your identity file can't be used ({reason}): make it private by chmod 600 {path}, and start Byhand again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deine Identitätsdatei kann nicht benutzt werden ({reason}): Mach sie mit chmod 600 {path} privat und starte Byhand neu.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: free {missing} or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Datenträger von {path} ist voll: Gib {missing} frei oder wähle einen anderen Ordner.</translation>
        </message>
        <message>
            <source>This invitation can't be used. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Einladung kann nicht benutzt werden. Bitte {name} um eine neue.</translation>
        </message>
        <message>
            <source>the person who sent it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>die Person, die sie geschickt hat,</translation>
        </message>
        <message>
            <source>That isn't an invitation: copy the whole link, from byhand:// to its end.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist keine Einladung: Kopiere den ganzen Link, von byhand:// bis zum Ende.</translation>
        </message>
        <message>
            <source>A character of this invitation is wrong or missing: copy the whole link again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Zeichen dieser Einladung ist falsch oder fehlt: Kopiere den ganzen Link noch einmal.</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Einladung ist abgelaufen. Bitte {name} um eine neue.</translation>
        </message>
        <message>
            <source>That's your own invitation: give it to the friend you want to add.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist deine eigene Einladung: Gib sie dem Freund, den du hinzufügen möchtest.</translation>
        </message>
        <message>
            <source>This invitation isn't open any more. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Einladung gilt nicht mehr. Bitte {name} um eine neue.</translation>
        </message>
        <message>
            <source>This invitation was used by somebody else. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Einladung hat schon jemand anderes benutzt. Bitte {name} um eine neue.</translation>
        </message>
        <message>
            <source>This invitation has keys of another friend of yours: don't trust it, and ask {name} in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Einladung hat Schlüssel eines anderen Freundes von dir: Trau ihr nicht und frag {name} persönlich.</translation>
        </message>
        <message>
            <source>Your friend can't be saved: make room on this computer's disk, then use the invitation again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Freund kann nicht gespeichert werden: Schaff Platz auf diesem Computer und benutze die Einladung dann noch einmal.</translation>
        </message>
        <message>
            <source>Can't reach {name}: both of you need Byhand open on the same network; or try it the other way round, with a link of yours.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist nicht zu erreichen: Ihr müsst beide Byhand im selben Netzwerk geöffnet haben; oder versucht es andersherum, mit einem Link von dir.</translation>
        </message>
        <message>
            <source>{path} can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} kann nicht gelesen werden: Prüfe, ob es da ist und du es lesen darfst.</translation>
        </message>
        <message>
            <source>{path} is no saved identity: choose the file that was made where your identity is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} ist keine gespeicherte Identität: Wähle die Datei, die dort erstellt wurde, wo deine Identität ist.</translation>
        </message>
        <message>
            <source>{path} was made by a newer Byhand: update this one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} stammt von einem neueren Byhand: Aktualisiere zuerst dieses.</translation>
        </message>
        <message>
            <source>{path} is damaged: copy it again, or save your identity once more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} ist beschädigt: Kopiere es noch einmal oder speichere deine Identität neu.</translation>
        </message>
        <message>
            <source>{path} can't be opened with this passphrase: type it again; if it is the right one, the file is damaged.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} lässt sich mit dieser Passphrase nicht öffnen: Tippe sie noch einmal; wenn es die richtige ist, ist die Datei beschädigt.</translation>
        </message>
        <message>
            <source>This passphrase is too short: take {least} characters or more, best some words.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Diese Passphrase ist zu kurz: Nimm mindestens {least} Zeichen, am besten ein paar Wörter.</translation>
        </message>
        <message>
            <source>{path} is there already and was not touched: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} gibt es schon und wurde nicht angerührt: Wähle einen anderen Namen.</translation>
        </message>
        <message numerus="yes">
            <source>%n friends fit “{name}”: use the first 8 or more digits of the id instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Freund passt zu „{name}“: Nimm stattdessen mindestens die ersten 8 Ziffern der ID.</numerusform>
                <numerusform>%Ln Freunde passen zu „{name}“: Nimm stattdessen mindestens die ersten 8 Ziffern der ID.</numerusform>
            </translation>
        </message>
        <message>
            <source>No friend of yours is called “{name}”: look at the list of your friends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Keiner deiner Freunde heißt „{name}“: Sieh in der Liste deiner Freunde nach.</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>kein Grund angegeben</translation>
        </message>
        <message>
            <source>Something went wrong inside Byhand ({kind}): start it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In Byhand ging etwas schief ({kind}): Starte es neu.</translation>
        </message>
        <message>
            <source>The other side did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die andere Seite hielt sich nicht an die Regeln, deshalb wurde die Verbindung getrennt: Prüft, ob ihr beide das neueste Byhand habt.</translation>
        </message>
        <message>
            <source>This is not the {name} you know: ask them whether they have a new computer, and add each other again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist nicht die Person {name}, die du kennst: Frag nach, ob es ein neuer Computer ist, und fügt euch neu hinzu.</translation>
        </message>
        <message>
            <source>Your identity file {path} can't be used ({reason}) and was not touched: put back a good copy, or move it away to start as somebody new.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deine Identitätsdatei {path} kann nicht benutzt werden ({reason}) und wurde nicht angerührt: Leg eine heile Kopie zurück oder schieb sie beiseite, um als jemand Neues anzufangen.</translation>
        </message>
        <message>
            <source>Your friend can't be reached: ask them to open Byhand, and check that no firewall is in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Freund ist nicht zu erreichen: Bitte darum, Byhand zu öffnen, und prüfe, ob keine Firewall im Weg ist.</translation>
        </message>
        <message>
            <source>The connection was lost: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Verbindung ist abgebrochen: Versuch es noch einmal.</translation>
        </message>
        <message>
            <source>The Byhand that was doing this has ended or does not answer: start it again to go on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das Byhand, das daran arbeitete, ist beendet oder antwortet nicht: Starte es neu, damit es weitergeht.</translation>
        </message>
        <message>
            <source>Another Byhand is already using the profile {path}: close that one first, or choose another profile.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein anderes Byhand benutzt schon das Profil {path}: Schließ es zuerst oder wähle ein anderes Profil.</translation>
        </message>
        <message>
            <source>Byhand {version}, which is another version than this one, is already using the profile {path}: close that one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand {version}, eine andere Version als diese, benutzt schon das Profil {path}: Schließ es zuerst.</translation>
        </message>
        <message>
            <source>“{name}” can't be used as a name ({reason}): rename it and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{name}“ geht nicht als Name ({reason}): Benenne es um und versuch es noch einmal.</translation>
        </message>
        <message>
            <source>A file changed while it was read: send the new version.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eine Datei hat sich beim Lesen geändert: Sende die neue Fassung.</translation>
        </message>
        <message>
            <source>“{path}” can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{path}“ kann nicht gelesen werden: Prüfe, ob es da ist und du es lesen darfst.</translation>
        </message>
        <message>
            <source>Too many files at once: send them in several goes, or as one archive.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zu viele Dateien auf einmal: Sende sie in mehreren Gängen oder als ein Archiv.</translation>
        </message>
        <message>
            <source>The bytes arrived damaged: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Bytes kamen beschädigt an: Versuch es noch einmal.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: make room or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Datenträger von {path} ist voll: Schaff Platz oder wähle einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{path} can't hold files of 4 GB or more: choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} kann keine Dateien ab 4 GB aufnehmen: Wähle einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{path} can't be written to: check its permissions, or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In {path} kann nicht geschrieben werden: Prüfe die Rechte oder wähle einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{path} is damaged or was edited, and was not touched: put back a good copy, or move it away to start without it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} ist beschädigt oder wurde bearbeitet und blieb unangetastet: Leg eine heile Kopie zurück oder schieb es beiseite, um ohne es zu starten.</translation>
        </message>
        <message>
            <source>{path} can't be used ({reason}): check the disk and its permissions.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} kann nicht benutzt werden ({reason}): Prüfe den Datenträger und die Rechte.</translation>
        </message>
        <message>
            <source>Byhand was closed before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand wurde vor dem Ende geschlossen – versuch es noch einmal</translation>
        </message>
        <message>
            <source>Something went wrong ({code}) — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Etwas ging schief ({code}) – versuch es noch einmal</translation>
        </message>
        <message>
            <source>changed while being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>beim Senden geändert</translation>
        </message>
        <message>
            <source>could not be read</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <source>disappeared before being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>vor dem Senden verschwunden</translation>
        </message>
        <message>
            <source>could not be read (no permission)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nicht lesbar (keine Berechtigung)</translation>
        </message>
        <message>
            <source>can't be sent (only files and folders can)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nicht zu senden (nur Dateien und Ordner)</translation>
        </message>
        <message>
            <source>did not fit on the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>passte nicht auf den Datenträger</translation>
        </message>
        <message>
            <source>could not be written</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nicht zu schreiben</translation>
        </message>
        <message>
            <source>is too large for that kind of disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>zu groß für diese Art Datenträger</translation>
        </message>
        <message>
            <source>had a name that isn't allowed there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>mit dort nicht erlaubtem Namen</translation>
        </message>
        <message>
            <source>had a name that was taken</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>mit bereits vergebenem Namen</translation>
        </message>
        <message>
            <source>had a name too long for the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>mit zu langem Namen für den Datenträger</translation>
        </message>
        <message>
            <source>arrived damaged</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>beschädigt angekommen</translation>
        </message>
        <message>
            <source>got cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>did not arrive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nicht angekommen</translation>
        </message>
        <message>
            <source>{friend}'s Byhand and yours did not understand each other — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das Byhand von {friend} und deins haben sich nicht verstanden – versuch es noch einmal</translation>
        </message>
        <message>
            <source>{friend} and you need the same version of Byhand for this — update both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dafür brauchen {friend} und du dieselbe Version von Byhand – aktualisiert beide</translation>
        </message>
        <message>
            <source>Too many files at once — send them in several goes, or as one archive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zu viele Dateien auf einmal – sende sie in mehreren Gängen oder als ein Archiv</translation>
        </message>
        <message>
            <source>It could not be proved that this is {friend} — add each other again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es ließ sich nicht nachweisen, dass das {friend} ist – fügt euch neu hinzu</translation>
        </message>
        <message>
            <source>{friend} stopped answering — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} antwortet nicht mehr – versuch es noch einmal</translation>
        </message>
        <message>
            <source>{friend} has too many requests open — try again later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} hat zu viele offene Anfragen – versuch es später noch einmal</translation>
        </message>
        <message>
            <source>{friend} closed Byhand before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} hat Byhand vor dem Ende geschlossen – versuch es noch einmal</translation>
        </message>
        <message>
            <source>The request has expired — send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Anfrage ist abgelaufen – sende sie noch einmal</translation>
        </message>
        <message>
            <source>The connection to {friend} was lost — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Verbindung zu {friend} ist abgebrochen – versuch es noch einmal</translation>
        </message>
        <message>
            <source>{friend} can't be reached — ask them to open Byhand, and check that no firewall is in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ist nicht zu erreichen – bitte darum, Byhand zu öffnen, und prüfe, ob keine Firewall im Weg ist</translation>
        </message>
        <message>
            <source>{file} was changed while sending — send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} wurde beim Senden geändert – sende die neue Fassung</translation>
        </message>
        <message>
            <source>The bytes arrived damaged and could not be repaired — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Bytes kamen beschädigt an und ließen sich nicht reparieren – versuch es noch einmal</translation>
        </message>
        <message>
            <source>A name is too long for the disk — choose another folder or shorten it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Name ist zu lang für den Datenträger – wähle einen anderen Ordner oder kürze ihn</translation>
        </message>
        <message>
            <source>“{file}” can't be stored under that name — rename it and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}“ kann unter diesem Namen nicht gespeichert werden – benenne es um und sende es noch einmal</translation>
        </message>
        <message>
            <source>The name “{file}” is taken again and again — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Name „{file}“ ist immer wieder vergeben – wähle einen anderen Ordner</translation>
        </message>
        <message>
            <source>“{file}” can't be read — check its permissions and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}“ kann nicht gelesen werden – prüfe die Rechte und sende es noch einmal</translation>
        </message>
        <message>
            <source>“{file}” is not there any more — put it back and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}“ ist nicht mehr da – leg es zurück und sende es noch einmal</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — try again once it isn't</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bei {friend} ist der Datenträger voll – versuch es noch einmal, wenn wieder Platz ist</translation>
        </message>
        <message>
            <source>{friend}'s disk can't hold files of 4 GB or more — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Datenträger von {friend} kann keine Dateien ab 4 GB aufnehmen – bitte um einen anderen Ordner</translation>
        </message>
        <message>
            <source>{friend}'s disk did not take it — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Datenträger von {friend} hat es nicht angenommen – bitte um einen anderen Ordner</translation>
        </message>
        <message>
            <source>{friend}'s folder can't be written to — ask them to choose another</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In den Ordner von {friend} kann nicht geschrieben werden – bitte um einen anderen</translation>
        </message>
        <message>
            <source>“{file}” can't be read at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}“ kann bei {friend} nicht gelesen werden – bitte noch einmal darum</translation>
        </message>
        <message>
            <source>“{file}” is not there any more at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{file}“ ist bei {friend} nicht mehr da – bitte noch einmal darum</translation>
        </message>
        <message>
            <source>{file} was changed while {friend} sent it — ask for the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} wurde geändert, während {friend} es sendete – bitte um die neue Fassung</translation>
        </message>
        <message>
            <source>Your disk is full — make room or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Datenträger ist voll – schaff Platz oder wähle einen anderen Ordner</translation>
        </message>
        <message>
            <source>The disk of “{folder}” can't hold files of 4 GB or more — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Datenträger von „{folder}“ kann keine Dateien ab 4 GB aufnehmen – wähle einen anderen Ordner</translation>
        </message>
        <message>
            <source>“{folder}” is not there any more or can't be used — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{folder}“ ist nicht mehr da oder nicht benutzbar – wähle einen anderen Ordner</translation>
        </message>
        <message>
            <source>“{folder}” can't be written to — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In „{folder}“ kann nicht geschrieben werden – wähle einen anderen Ordner</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive a text — send it in a file instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} braucht ein neueres Byhand, um einen Text zu empfangen – sende ihn stattdessen als Datei</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive this</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} braucht dafür ein neueres Byhand</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Datenträger ist voll – gib {missing} frei oder wähle einen anderen Ordner</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — {missing} more needed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bei {friend} ist der Datenträger voll – {missing} fehlen noch</translation>
        </message>
        <message>
            <source>Sending</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wird gesendet</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gesendet</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zugestellt</translation>
        </message>
        <message>
            <source>Was there already</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>War schon da</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wird empfangen</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wird geprüft</translation>
        </message>
        <message>
            <source>Saved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gespeichert</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Angekommen</translation>
        </message>
        <message>
            <source>Already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schon hier</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nicht ausgewählt</translation>
        </message>
        <message>
            <source>Left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>A name has 1 to {limit} characters.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ein Name hat 1 bis {limit} Zeichen.</translation>
        </message>
        <message>
            <source>You already have a friend called {name}: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast schon einen Freund namens {name}: Wähle einen anderen Namen.</translation>
        </message>
        <message>
            <source>Compare codes with {name} first: only then may files come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vergleiche zuerst Codes mit {name}: Erst dann dürfen Dateien ungefragt kommen.</translation>
        </message>
        <message>
            <source>Say up to how many bytes files of {name} may come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sag, bis zu wie vielen Bytes Dateien von {name} ungefragt kommen dürfen.</translation>
        </message>
        <message>
            <source>One of your own computers can't be another computer of somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Einer deiner eigenen Computer kann nicht der Computer von jemand anderem sein.</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast {name} blockiert: Hebe das zuerst auf.</translation>
        </message>
        <message>
            <source>First say who is the {name} you know, and who is not.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sag zuerst, wer {name} ist und wer nicht.</translation>
        </message>
        <message>
            <source>Compare codes first: else this may not be {name} at all.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vergleiche zuerst Codes: Sonst ist das vielleicht gar nicht {name}.</translation>
        </message>
        <message numerus="yes">
            <source>Also offered to %n other(s). Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Auch %Ln anderem angeboten. Wer mitmacht, gibt es den anderen weiter: So ist es schneller hier, und sie sehen deine IP-Adresse.</numerusform>
                <numerusform>Auch %Ln anderen angeboten. Wer mitmacht, gibt es den anderen weiter: So ist es schneller hier, und sie sehen deine IP-Adresse.</numerusform>
            </translation>
        </message>
        <message>
            <source>If that is faster</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wenn das schneller ist</translation>
        </message>
        <message>
            <source>Always</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Immer</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nie</translation>
        </message>
        <message numerus="yes">
            <source>from {name} and %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>von {name} und %Ln anderen</numerusform>
                <numerusform>von {name} und %Ln anderen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Wird bis {time} an %Ln anderen weitergegeben</numerusform>
                <numerusform>Wird bis {time} an %Ln andere weitergegeben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s): {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Freund: {has} von {all}</numerusform>
                <numerusform>%Ln Freunde: {has} von {all}</numerusform>
            </translation>
        </message>
        <message>
            <source>You may leave: everything is out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du kannst gehen: Alles ist verschickt</translation>
        </message>
        <message>
            <source>{size} from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} von dir</translation>
        </message>
        <message>
            <source>has {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>hat {has} von {all}</translation>
        </message>
        <message>
            <source>{size} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} an dich</translation>
        </message>
        <message>
            <source>Receiver {number}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Empfänger {number}</translation>
        </message>
        <message>
            <source>{size} uploaded from here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} von hier hochgeladen</translation>
        </message>
        <message>
            <source>{size} from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} von {name}</translation>
        </message>
        <message numerus="yes">
            <source>{size} from %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{size} von %Ln anderen</numerusform>
                <numerusform>{size} von %Ln anderen</numerusform>
            </translation>
        </message>
        <message>
            <source>{size} passed on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} weitergegeben</translation>
        </message>
        <message>
            <source>Paused by you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von dir angehalten</translation>
        </message>
        <message>
            <source>Paused by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von {name} angehalten</translation>
        </message>
        <message>
            <source>Paused by you and {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von dir und {name} angehalten</translation>
        </message>
        <message>
            <source>{percent} % kept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{percent} % behalten</translation>
        </message>
        <message>
            <source>Connecting to {name}…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verbindet mit {name}…</translation>
        </message>
        <message>
            <source>{name} is offline — continues by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist offline – geht von selbst weiter</translation>
        </message>
        <message>
            <source>{name} sends something else first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} sendet zuerst etwas anderes</translation>
        </message>
        <message>
            <source>Next after “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Als Nächstes nach „{title}“</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet, bis es an der Reihe ist</translation>
        </message>
        <message>
            <source>Your disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Datenträger nimmt es nicht an – geht von selbst weiter, sobald er es tut</translation>
        </message>
        <message>
            <source>{name}'s disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Der Datenträger von {name} nimmt es nicht an – geht von selbst weiter, sobald er es tut</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} and it goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Datenträger ist voll – gib {missing} frei, dann geht es von selbst weiter</translation>
        </message>
        <message>
            <source>{name}'s disk is full — {missing} more needed, goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bei {name} ist der Datenträger voll – {missing} fehlen noch, geht dann von selbst weiter</translation>
        </message>
        <message>
            <source>Your disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dein Datenträger ist voll – geht von selbst weiter, sobald Platz ist</translation>
        </message>
        <message>
            <source>{name}'s disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bei {name} ist der Datenträger voll – geht von selbst weiter, sobald Platz ist</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} kennt sie als „{name}“, auf „{computer}“.</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} kennt sie als „{name}“.</translation>
        </message>
        <message>
            <source>You become friends if both of you agree; compare codes to be sure.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ihr werdet Freunde, wenn beide zustimmen; vergleicht Codes, um sicher zu sein.</translation>
        </message>
        <message>
            <source>{introducer} introduces {name} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} macht dich mit {name} bekannt</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet auf die Zustimmung von {name}</translation>
        </message>
        <message>
            <source>{name} is your friend now — introduced by {introducer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du und {name} seid jetzt befreundet – bekannt gemacht von {introducer}</translation>
        </message>
        <message>
            <source>You declined to become friends with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du wolltest dich nicht mit {name} befreunden</translation>
        </message>
        <message>
            <source>The introduction to {name} has expired. Ask {introducer} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das Bekanntmachen mit {name} ist abgelaufen. Bitte {introducer}, es zu wiederholen.</translation>
        </message>
        <message>
            <source>{name} and {other} are asked whether they want to be friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} und {other} werden gefragt, ob sie Freunde sein möchten</translation>
        </message>
        <message>
            <source>{name} agrees to become friends with {other}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte sich mit {other} befreunden</translation>
        </message>
        <message>
            <source>{name} does not want to become friends with {other} now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte sich jetzt nicht mit {other} befreunden</translation>
        </message>
        <message>
            <source>Translations are not yet reviewed by native speakers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Übersetzungen sind noch nicht von Muttersprachlern geprüft.</translation>
        </message>
        <message>
            <source>without a limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>unbegrenzt</translation>
        </message>
        <message>
            <source>up {up} · down {down}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>senden {up} · empfangen {down}</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n large transfer(s) to one friend at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Bis zu %Ln große Übertragung zugleich an einen Freund</numerusform>
                <numerusform>Bis zu %Ln große Übertragungen zugleich an einen Freund</numerusform>
            </translation>
        </message>
        <message>
            <source>From {begin} to {end}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Von {begin} bis {end}</translation>
        </message>
        <message>
            <source>{hours} every day</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours} jeden Tag</translation>
        </message>
        <message>
            <source>Monday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Montag</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dienstag</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mittwoch</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Donnerstag</translation>
        </message>
        <message>
            <source>Friday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Freitag</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Samstag</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sonntag</translation>
        </message>
        <message>
            <source>{hours}, {days}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours}, {days}</translation>
        </message>
        <message>
            <source>{name} wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte mit dir Codes vergleichen</translation>
        </message>
        <message>
            <source>{name} wants to add you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} möchte dich hinzufügen</translation>
        </message>
        <message>
            <source>You and {name} have compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du und {name} habt Codes verglichen</translation>
        </message>
        <message>
            <source>You and {name} compare codes another time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du und {name} vergleicht Codes ein andermal</translation>
        </message>
        <message>
            <source>{name} is one of your own computers now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist jetzt einer deiner eigenen Computer</translation>
        </message>
        <message>
            <source>You and {name} are friends now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du und {name} seid jetzt befreundet</translation>
        </message>
        <message>
            <source>It did not work with {name}: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mit {name} hat es nicht geklappt: Versuch es noch einmal.</translation>
        </message>
        <message>
            <source>People nearby can't find you any more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Leute in der Nähe können dich nicht mehr finden</translation>
        </message>
        <message>
            <source>People nearby can find you for {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Leute in der Nähe können dich noch {time} finden</translation>
        </message>
        <message>
            <source>Too many attempts came in, as if someone were in between. Nobody was added. Wait ten minutes, then try again face to face, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es kamen zu viele Versuche, als wäre jemand dazwischen. Niemand wurde hinzugefügt. Warte zehn Minuten und versuch es dann von Angesicht zu Angesicht noch einmal, oder nimm einen Einladungslink.</translation>
        </message>
        <message>
            <source>{name} is still typing yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} tippt deine noch ein</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet auf die Zustimmung von {name}…</translation>
        </message>
        <message>
            <source>Waiting for {name} to pick you…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet, bis {name} dich auswählt…</translation>
        </message>
        <message>
            <source>That doesn't fit. Ask {name} to read it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das stimmt nicht. Bitte {name}, die Zahl noch einmal vorzulesen.</translation>
        </message>
        <message numerus="yes">
            <source>%n tries left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Noch %Ln Versuch</numerusform>
                <numerusform>Noch %Ln Versuche</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das ist der letzte Versuch</translation>
        </message>
        <message>
            <source>{name} does this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} macht das später</translation>
        </message>
        <message>
            <source>{name} has typed yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat deine eingetippt</translation>
        </message>
        <message>
            <source>Can't reach {name}: check that both of you are on the same network and that no firewall is in the way, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist nicht zu erreichen: Prüft, ob ihr beide im selben Netzwerk seid und keine Firewall im Weg ist, und versucht es noch einmal.</translation>
        </message>
        <message>
            <source>{name} is there, but not ready: ask them to open “Add a friend”, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist da, aber nicht bereit: Bitte darum, „Freund hinzufügen“ zu öffnen, und versuch es noch einmal.</translation>
        </message>
        <message>
            <source>The connection to {name} was lost: stay on the same network and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Verbindung zu {name} ist abgebrochen: Bleibt im selben Netzwerk und versucht es noch einmal.</translation>
        </message>
        <message>
            <source>{name} did not answer in time: try again when both of you are ready.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat nicht rechtzeitig geantwortet: Versucht es noch einmal, wenn ihr beide bereit seid.</translation>
        </message>
        <message>
            <source>{name}'s Byhand did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Das Byhand von {name} hielt sich nicht an die Regeln, deshalb wurde die Verbindung getrennt: Prüft, ob ihr beide das neueste Byhand habt, und versucht es noch einmal.</translation>
        </message>
        <message>
            <source>{name} is this computer itself: pick somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist dieser Computer selbst: Wähle jemand anderen.</translation>
        </message>
        <message>
            <source>Stop. Someone may be in between you two. Nothing was sent. Try again side by side, or on another network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Halt. Vielleicht ist jemand zwischen euch beiden. Nichts wurde gesendet. Versucht es nebeneinander noch einmal oder in einem anderen Netzwerk.</translation>
        </message>
        <message>
            <source>{name} said no, or closed the window: ask them, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat Nein gesagt oder das Fenster geschlossen: Frag nach und versucht es noch einmal.</translation>
        </message>
        <message>
            <source>Too many attempts in a short time: wait ten minutes, then try again, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zu viele Versuche in kurzer Zeit: Warte zehn Minuten und versuch es dann noch einmal, oder nimm einen Einladungslink.</translation>
        </message>
        <message>
            <source>Stop. One of {name}'s keys belongs to another friend of yours. Nothing was sent: don't trust it, and ask that friend in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Halt. Einer der Schlüssel von {name} gehört einem anderen deiner Freunde. Nichts wurde gesendet: Trau dem nicht und frag diesen Freund persönlich.</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Byte</numerusform>
                <numerusform>%Ln Byte</numerusform>
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
            </translation>
        </message>
        <message>
            <source>estimating…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wird geschätzt…</translation>
        </message>
        <message numerus="yes">
            <source>%n s left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>noch %Ln s</numerusform>
                <numerusform>noch %Ln s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>noch %Ln min</numerusform>
                <numerusform>noch %Ln min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n h left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>noch etwa %Ln h</numerusform>
                <numerusform>noch etwa %Ln h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>noch etwa %Ln Tag</numerusform>
                <numerusform>noch etwa %Ln Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Datei</numerusform>
                <numerusform>%Ln Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln neu</numerusform>
                <numerusform>%Ln neu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln gleich</numerusform>
                <numerusform>%Ln gleich</numerusform>
            </translation>
        </message>
        <message>
            <source>It is a program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es ist ein Programm</translation>
        </message>
        <message numerus="yes">
            <source>%n program(s) among them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Programm darunter</numerusform>
                <numerusform>%Ln Programme darunter</numerusform>
            </translation>
        </message>
        <message>
            <source>program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Programm</translation>
        </message>
        <message>
            <source>acts by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>wird von selbst aktiv</translation>
        </message>
        <message>
            <source>hidden</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>versteckt</translation>
        </message>
        <message>
            <source>Very many files and folders: saving them takes long</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sehr viele Dateien und Ordner: Das Speichern dauert lange</translation>
        </message>
        <message>
            <source>{bytes} of {total}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{bytes} von {total}</translation>
        </message>
        <message>
            <source>{whole}.{tenth}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{whole},{tenth}</translation>
        </message>
        <message>
            <source>“{title}” did not arrive here. Please send it to me again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>„{title}“ ist hier nicht angekommen. Bitte sende es mir noch einmal.</translation>
        </message>
        <message>
            <source>Please update Byhand: yours is too old to receive “{title}” from me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bitte aktualisiere Byhand: Deins ist zu alt, um „{title}“ von mir zu empfangen.</translation>
        </message>
        <message>
            <source>I can't use your Byhand invitation. Please make a new one and send it to me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ich kann deine Einladung zu Byhand nicht benutzen. Bitte erstelle eine neue und schick sie mir.</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Blockiert</translation>
        </message>
        <message>
            <source>Identity has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Identität hat sich geändert</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wer ist das?</translation>
        </message>
        <message>
            <source>Used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Auf zwei Computern benutzt</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nicht verifiziert</translation>
        </message>
        <message>
            <source>On this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>In diesem Netzwerk</translation>
        </message>
        <message>
            <source>Over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Über das Internet</translation>
        </message>
        <message>
            <source>Online, but can't be reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Online, aber nicht zu erreichen</translation>
        </message>
        <message>
            <source>Not seen yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Noch nie gesehen</translation>
        </message>
        <message>
            <source>Last seen just now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zuletzt gerade eben gesehen</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n min ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Zuletzt vor %Ln min gesehen</numerusform>
                <numerusform>Zuletzt vor %Ln min gesehen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n h ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Zuletzt vor %Ln h gesehen</numerusform>
                <numerusform>Zuletzt vor %Ln h gesehen</numerusform>
            </translation>
        </message>
        <message>
            <source>Last seen yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zuletzt gestern gesehen</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n day(s) ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Zuletzt vor %Ln Tag gesehen</numerusform>
                <numerusform>Zuletzt vor %Ln Tagen gesehen</numerusform>
            </translation>
        </message>
        <message>
            <source>Held until you say who {name} is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Zurückgehalten, bis du sagst, wer {name} ist</translation>
        </message>
        <message>
            <source>{name}'s identity has changed — nothing is sent until you pair again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Die Identität von {name} hat sich geändert – nichts wird gesendet, bis ihr euch neu koppelt</translation>
        </message>
        <message>
            <source>{name} is online but can't be reached. A firewall may be in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist online, aber nicht zu erreichen. Vielleicht ist eine Firewall im Weg</translation>
        </message>
        <message numerus="yes">
            <source>Counting files… %n so far</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Dateien werden gezählt… bisher %Ln</numerusform>
                <numerusform>Dateien werden gezählt… bisher %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting %n file(s) takes a while</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln Datei zu zählen dauert eine Weile</numerusform>
                <numerusform>%Ln Dateien zu zählen dauert eine Weile</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is offline — starts by itself when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ist offline – beginnt von selbst, sobald die Verbindung wieder da ist</translation>
        </message>
        <message>
            <source>{name} decides later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} entscheidet später</translation>
        </message>
        <message>
            <source>Waiting for {name} to accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Wartet, bis {name} annimmt</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du entscheidest später</translation>
        </message>
        <message>
            <source>{name} waits for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} wartet auf deine Antwort</translation>
        </message>
        <message numerus="yes">
            <source>No data for %n s — still trying</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Seit %Ln s keine Daten – versucht es weiter</numerusform>
                <numerusform>Seit %Ln s keine Daten – versucht es weiter</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} von %Ln Datei</numerusform>
                <numerusform>{done} von %Ln Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>Making room for it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Schafft Platz dafür</translation>
        </message>
        <message>
            <source>Checking that every byte arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Prüft, ob jedes Byte angekommen ist</translation>
        </message>
        <message>
            <source>Saved in {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Gespeichert in {folder}</translation>
        </message>
        <message>
            <source>Text received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Text empfangen</translation>
        </message>
        <message>
            <source>accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>von selbst angenommen</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s) arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} von %Ln Datei angekommen</numerusform>
                <numerusform>{done} von %Ln Dateien angekommen</numerusform>
            </translation>
        </message>
        <message>
            <source>did not</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>nicht</translation>
        </message>
        <message>
            <source>{name} went offline before you answered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ging offline, bevor du geantwortet hast</translation>
        </message>
        <message>
            <source>You declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast abgelehnt</translation>
        </message>
        <message>
            <source>{name} declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat abgelehnt</translation>
        </message>
        <message>
            <source>You took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast es zurückgenommen</translation>
        </message>
        <message>
            <source>{name} took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat es zurückgenommen</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast abgebrochen</translation>
        </message>
        <message>
            <source>{name} cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} hat abgebrochen</translation>
        </message>
        <message>
            <source>Nobody answered in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Niemand hat rechtzeitig geantwortet</translation>
        </message>
        <message>
            <source>You did not answer in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Du hast nicht rechtzeitig geantwortet</translation>
        </message>
    </context>
</TS>
