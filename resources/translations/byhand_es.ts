<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AddFriend</name>
        <message>
            <source>Add a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir un amigo</translation>
        </message>
        <message>
            <source>How to add them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cómo añadirlo</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alguien cerca</translation>
        </message>
        <message>
            <source>Invite link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enlace de invitación</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Find by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar por nombre</translation>
        </message>
        <message>
            <source>Find somebody nearby by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar por nombre a alguien cercano</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar la conexión…</translation>
        </message>
        <message numerus="yes">
            <source>and %n more: search by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>y %Ln más: busca por nombre</numerusform>
                <numerusform>y %Ln más: busca por nombre</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir a {name}</translation>
        </message>
        <message>
            <source>They need Byhand open on the same network, with “Add a friend” open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La otra persona tiene que tener Byhand abierto en la misma red, en «Añadir un amigo».</translation>
        </message>
        <message>
            <source>Nobody nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nadie cerca</translation>
        </message>
        <message>
            <source>This is my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este es mi propio ordenador</translation>
        </message>
        <message>
            <source>Look again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar otra vez</translation>
        </message>
        <message>
            <source>How long the link works</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cuánto tiempo sirve el enlace</translation>
        </message>
        <message>
            <source>The invitation as a QR code</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La invitación como código QR</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Make a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Crear otra</translation>
        </message>
        <message>
            <source>Also reachable at…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>También accesible en…</translation>
        </message>
        <message>
            <source>Use</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usar</translation>
        </message>
        <message>
            <source>There is no invitation yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no hay invitación</translation>
        </message>
        <message>
            <source>Waiting for someone to use this link…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esperando a que alguien use este enlace…</translation>
        </message>
        <message>
            <source>{name} used your link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ha usado tu enlace</translation>
        </message>
        <message>
            <source>{name} used an earlier link of yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ha usado un enlace tuyo anterior</translation>
        </message>
        <message>
            <source>This invitation has expired</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta invitación ha caducado</translation>
        </message>
        <message>
            <source>Making an invitation…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Creando una invitación…</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Your invitation link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu enlace de invitación</translation>
        </message>
        <message>
            <source>HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>HOST o HOST:PUERTO</translation>
        </message>
        <message>
            <source>A further address where you can be reached, HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otra dirección donde se te puede encontrar, HOST o HOST:PUERTO</translation>
        </message>
        <message>
            <source>Make a link with this address</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Crear un enlace con esta dirección</translation>
        </message>
        <message>
            <source>Send this link, or let them scan the code. It works once.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Envía este enlace o deja que escaneen el código. Sirve una sola vez.</translation>
        </message>
        <message>
            <source>Invite someone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Invitar a alguien</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 hora</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>24 horas</translation>
        </message>
        <message>
            <source>7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>7 días</translation>
        </message>
        <message>
            <source>The link you were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El enlace que te han enviado</translation>
        </message>
        <message>
            <source>Add whoever sent the link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir a quien envió el enlace</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pedir otra</translation>
        </message>
        <message>
            <source>Copies what you can write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copia lo que puedes escribirle</translation>
        </message>
        <message>
            <source>Paste the link you were sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pega el enlace que te han enviado.</translation>
        </message>
        <message>
            <source>Got an invitation?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Tienes una invitación?</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Conectando…</translation>
        </message>
        <message>
            <source>{name} is your friend now. Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ya está entre tus amigos. Sin verificar todavía: podéis comparar códigos cuando queráis</translation>
        </message>
        <message>
            <source>Copied — paste it where you write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado: pégalo donde os escribís</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Why?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Por qué?</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>You're offline — continues when you're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No tienes conexión: seguirá cuando la recuperes</translation>
        </message>
        <message>
            <source>Can't look for people nearby (the network blocks it). Friends still work</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede buscar a gente cercana (la red lo impide). Con tus amigos todo funciona</translation>
        </message>
        <message>
            <source>Another program uses our port — using {port} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro programa usa nuestro puerto: se usa el {port} en su lugar</translation>
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
            <translation>Byhand sigue en la bandeja del sistema</translation>
        </message>
        <message numerus="yes">
            <source>Byhand keeps running: %n transfer(s) under way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand sigue: %Ln transferencia en marcha</numerusform>
                <numerusform>Byhand sigue: %Ln transferencias en marcha</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Quit instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mejor salir</translation>
        </message>
    </context>
    <context>
        <name>ConnectionCheck</name>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Copy command</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar la orden</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir ajustes</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>{verb}: {step}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{verb}: {step}</translation>
        </message>
        <message>
            <source>Check connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar la conexión</translation>
        </message>
        <message>
            <source>Check the connection with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar la conexión con {name}</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar otra vez</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Detalles</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Technical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Datos técnicos</translation>
        </message>
        <message>
            <source>Group</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Grupo</translation>
        </message>
        <message>
            <source>Close details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerrar los detalles</translation>
        </message>
    </context>
    <context>
        <name>DragOut</name>
        <message numerus="yes">
            <source>{name} and %n more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} y %Ln más</numerusform>
                <numerusform>{name} y %Ln más</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Choose files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Elegir archivos…</translation>
        </message>
        <message>
            <source>Drop, then choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Suelta y luego elige un amigo</translation>
        </message>
        <message>
            <source>Drop files or folders here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Suelta aquí archivos o carpetas</translation>
        </message>
        <message>
            <source>or straight onto a friend on the left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>o directamente sobre un amigo de la lista</translation>
        </message>
        <message>
            <source>They go straight from your computer to your friend's, encrypted.
Nothing is stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Van directamente de tu ordenador al de tu amigo, cifrados.
Nada se guarda por el camino.</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alguien cerca</translation>
        </message>
        <message>
            <source>Invite by link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Invitar con un enlace</translation>
        </message>
        <message>
            <source>Find each other in one room, or send them an invitation link.
Then drop files on their name: they go straight to their computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Encontraos en la misma sala o envía un enlace de invitación.
Luego suelta archivos sobre un nombre: van directos a su ordenador.</translation>
        </message>
        <message>
            <source>Add your first friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añade a tu primer amigo</translation>
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
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>State</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>guardado como {name}</translation>
        </message>
        <message>
            <source>Find a file</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar un archivo</translation>
        </message>
        <message>
            <source>Only problems</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Solo problemas</translation>
        </message>
        <message>
            <source>The files are being counted.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se están contando los archivos.</translation>
        </message>
        <message>
            <source>No file called “{text}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ningún archivo se llama «{text}».</translation>
        </message>
        <message>
            <source>No problems.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin problemas.</translation>
        </message>
        <message>
            <source>The list of files was not kept, as nothing came of it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La lista de archivos no se guardó porque quedó en nada.</translation>
        </message>
        <message>
            <source>The files are not known yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no se conocen los archivos.</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Leave this file out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Excluir este archivo</translation>
        </message>
        <message numerus="yes">
            <source>Leave %n file(s) out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Excluir %Ln archivo</numerusform>
                <numerusform>Excluir %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Try again what failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Reintentar lo que falló</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este escritorio no deja que Byhand se inicie al entrar en la sesión.</translation>
        </message>
        <message>
            <source>Welcome to Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Te damos la bienvenida a Byhand</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visible para la gente cercana durante 10 minutos</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Iniciar al entrar en la sesión</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Files go straight from your computer to your friend's, encrypted.
No account, nothing stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los archivos van directamente de tu ordenador al de tu amigo, cifrados.
Sin cuenta; nada se guarda por el camino.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu nombre</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este ordenador</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar archivos en</translation>
        </message>
        <message>
            <source>The firewall may ask once — allow private networks.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puede que el cortafuegos pregunte una vez: permite las redes privadas.</translation>
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
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Not a friend yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no es amigo</translation>
        </message>
        <message>
            <source>My computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mis ordenadores</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Amigos</translation>
        </message>
        <message>
            <source>No friend called “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ningún amigo se llama «{name}».</translation>
        </message>
        <message>
            <source>Nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerca</translation>
        </message>
        <message>
            <source>Nobody nearby. They need “Add a friend” open in Byhand, on the same network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nadie cerca. Tienen que tener abierto «Añadir un amigo» en Byhand, en la misma red.</translation>
        </message>
        <message numerus="yes">
            <source>%n online</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln en línea</numerusform>
                <numerusform>%Ln en línea</numerusform>
            </translation>
        </message>
        <message>
            <source>verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>verificado</translation>
        </message>
        <message>
            <source>my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>mi propio ordenador</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln en espera</numerusform>
                <numerusform>%Ln en espera</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, nearby, not a friend yet, press Enter to add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}, cerca, todavía no es amigo, pulsa Intro para añadir</translation>
        </message>
        <message>
            <source>{name} at {computer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} en {computer}</translation>
        </message>
        <message>
            <source>Make sure that this is who you mean.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprueba que es la persona que crees.</translation>
        </message>
        <message>
            <source>Add {name} first — press Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añade antes a {name} con el botón Añadir</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them to send files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Has bloqueado a {name}: quita el bloqueo para enviar archivos</translation>
        </message>
        <message>
            <source>Nothing is sent to {name} until you say who that is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se envía nada a {name} hasta que digas quién es</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más: {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más</translation>
        </message>
        <message numerus="yes">
            <source>Drop to send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Suelta para enviar a %Ln amigo</numerusform>
                <numerusform>Suelta para enviar a %Ln amigos</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop to send</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Suelta para enviar</translation>
        </message>
        <message>
            <source>Drop to send when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Suelta: se enviará cuando vuelva</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin verificar todavía</translation>
        </message>
        <message>
            <source>{computer} not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{computer} sin verificar todavía</translation>
        </message>
        <message>
            <source>Looks like another name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se parece a otro nombre</translation>
        </message>
    </context>
    <context>
        <name>FriendMenu</name>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar nombre…</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Enviar a %Ln amigo…</numerusform>
                <numerusform>Enviar a %Ln amigos…</numerusform>
            </translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar archivos…</translation>
        </message>
        <message>
            <source>When {name} sends files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cuando {name} envía archivos…</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Limitar velocidad…</translation>
        </message>
        <message>
            <source>Add address…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir dirección…</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar la conexión…</translation>
        </message>
        <message>
            <source>Identity has changed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad ha cambiado…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quién es…</translation>
        </message>
        <message>
            <source>Used on two computers…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usada en dos ordenadores…</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos…</translation>
        </message>
        <message>
            <source>Introduce to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Presentar a…</translation>
        </message>
        <message>
            <source>This is somebody else's computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este es el ordenador de otra persona</translation>
        </message>
        <message>
            <source>This is my computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este es mi ordenador</translation>
        </message>
        <message>
            <source>Another computer of…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro ordenador de…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Desbloquear</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloquear…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Remove this computer…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quitar este ordenador…</translation>
        </message>
        <message>
            <source>{name} is not there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} no está</translation>
        </message>
    </context>
    <context>
        <name>FriendNotice</name>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>{name} came by a name you know. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} llegó con un nombre que conoces. No se envía nada hasta que digas quién es.</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no has comparado códigos con {name}.</translation>
        </message>
        <message>
            <source>The identity of {name} is used on two computers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad de {name} se usa en dos ordenadores.</translation>
        </message>
        <message>
            <source>The identity of {name} has changed. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad de {name} ha cambiado. No se envía nada hasta que digas quién es.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos…</translation>
        </message>
        <message>
            <source>Look into it…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mirarlo…</translation>
        </message>
    </context>
    <context>
        <name>FriendPicker</name>
        <message>
            <source>Choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Elegir un amigo</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar un amigo</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Enviar a %Ln amigo</numerusform>
                <numerusform>Enviar a %Ln amigos</numerusform>
            </translation>
        </message>
        <message>
            <source>Send the picture to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar la imagen a</translation>
        </message>
        <message>
            <source>Send the text to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar el texto a</translation>
        </message>
        <message numerus="yes">
            <source>Send %n item(s) to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Enviar %Ln elemento a</numerusform>
                <numerusform>Enviar %Ln elementos a</numerusform>
            </translation>
        </message>
        <message>
            <source>They pass it on to each other</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se lo pasan entre ellos</translation>
        </message>
        <message>
            <source>They pass it on to each other: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se lo pasan entre ellos: {choice}</translation>
        </message>
        <message>
            <source>Send to which of {name}'s computers?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿A cuál de los ordenadores de {name}?</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Amigo</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Destinatario</translation>
        </message>
        <message>
            <source>Has</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tiene</translation>
        </message>
        <message>
            <source>Gave you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Te dio</translation>
        </message>
        <message>
            <source>Got from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Recibió de ti</translation>
        </message>
        <message>
            <source>Stop</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Parar</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dejar de pasarlo</translation>
        </message>
        <message>
            <source>Those who receive it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quienes lo reciben</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Active</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En curso</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Terminado</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transferencias</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pausar todo</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Reanudar todo</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln en marcha</numerusform>
                <numerusform>%Ln en marcha</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paused</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln en pausa</numerusform>
                <numerusform>%Ln en pausa</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln se pasa a otros</numerusform>
                <numerusform>%Ln se pasan a otros</numerusform>
            </translation>
        </message>
        <message>
            <source>{speed} up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>envío a {speed}</translation>
        </message>
        <message>
            <source>{speed} down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>recepción a {speed}</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln espera tu respuesta</numerusform>
                <numerusform>%Ln esperan tu respuesta</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln en espera</numerusform>
                <numerusform>%Ln en espera</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nada en camino</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Fetch again what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pedir otra vez lo que falta</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Show text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar el texto</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ofrecer otra vez</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar otra vez</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sacar de la lista</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más</translation>
        </message>
        <message>
            <source>Time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Direction</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sentido</translation>
        </message>
        <message>
            <source>Name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Person</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Result</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Actions</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Acciones</translation>
        </message>
        <message>
            <source>Not read yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía sin leer</translation>
        </message>
        <message>
            <source>Back to transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Volver a las transferencias</translation>
        </message>
        <message>
            <source>Clear…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vaciar…</translation>
        </message>
        <message>
            <source>Find in history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar en el historial</translation>
        </message>
        <message>
            <source>Show everything again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar todo otra vez</translation>
        </message>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>Received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Recibido</translation>
        </message>
        <message>
            <source>Anyone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cualquier persona</translation>
        </message>
        <message>
            <source>Any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cualquier fecha</translation>
        </message>
        <message>
            <source>Find…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar…</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Today</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Últimos 7 días</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Últimos 30 días</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Últimos 12 meses</translation>
        </message>
        <message>
            <source>{name} is asked for what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se pide a {name} lo que falta</translation>
        </message>
        <message>
            <source>Offered to {name} again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ofrecido otra vez a {name}</translation>
        </message>
        <message>
            <source>Show transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar transferencias</translation>
        </message>
        <message>
            <source>Clear the list?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Vaciar la lista?</translation>
        </message>
        <message>
            <source>Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los archivos se quedan donde están.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vaciar</translation>
        </message>
        <message>
            <source>Nothing yet. Everything you send and receive is listed here, only on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía nada. Todo lo que envías y recibes aparece aquí, solo en este ordenador.</translation>
        </message>
        <message>
            <source>Nothing called “{text}” was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se ha enviado ni recibido nada llamado «{text}»</translation>
        </message>
        <message>
            <source>Nothing like that was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se ha enviado ni recibido nada así</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln transferencia</numerusform>
                <numerusform>%Ln transferencias</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln transferencia encontrada</numerusform>
                <numerusform>%Ln transferencias encontradas</numerusform>
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
            <translation>de {name}</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>a {name}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ayer</translation>
        </message>
        <message>
            <source>Moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Movido o borrado</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Entregado</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ha llegado</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} de %Ln archivo</numerusform>
                <numerusform>{done} de %Ln archivos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Save a copy of your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar una copia de tu identidad</translation>
        </message>
        <message>
            <source>Take over an identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tomar una identidad</translation>
        </message>
        <message>
            <source>Your identity is saved in {file}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu identidad está guardada en {file}.</translation>
        </message>
        <message>
            <source>A passphrase for the copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Una contraseña para la copia</translation>
        </message>
        <message>
            <source>Whoever has the file and the passphrase is you to all your friends. Keep both safe and apart; the passphrase cannot be looked up anywhere. Several words that do not belong together are a good one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quien tenga el archivo y la contraseña será tú para todos tus amigos. Guarda ambos a salvo y por separado; la contraseña no se puede consultar en ningún sitio. Varias palabras que no vayan juntas son una buena elección.</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>The passphrase of this copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La contraseña de esta copia</translation>
        </message>
        <message>
            <source>The one that was chosen when {file} was saved.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La que se eligió al guardar {file}.</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir</translation>
        </message>
        <message numerus="yes">
            <source>Become {name} with %n friend(s)?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>¿Pasar a ser {name} con %Ln amigo?</numerusform>
                <numerusform>¿Pasar a ser {name} con %Ln amigos?</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer takes over the identity of {name} at {computer}, in place of the one it has now. Do not use it on {computer} any more: friends would be warned of two computers with one identity.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este ordenador toma la identidad de {name} en {computer}, en lugar de la que tiene ahora. No la uses más en {computer}: se avisaría a tus amigos de que hay dos ordenadores con una misma identidad.</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tomarla</translation>
        </message>
        <message>
            <source>The identity of {name} has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad de {name} ha cambiado</translation>
        </message>
        <message>
            <source>Nothing is sent until you have paired with them again and compared codes.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se envía nada hasta que os hayáis emparejado otra vez y hayáis comparado códigos.</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Emparejar otra vez…</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>What do you call {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Cómo llamas a {name}?</translation>
        </message>
        <message>
            <source>A name that none of your friends has.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un nombre que no tenga ninguno de tus amigos.</translation>
        </message>
        <message>
            <source>Call them that</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usar ese nombre</translation>
        </message>
        <message>
            <source>Forget the old {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Olvidar el contacto antiguo {name}?</translation>
        </message>
        <message>
            <source>What waits for the old computer goes off the list. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo que espera al ordenador antiguo sale de la lista. Los archivos que ya tienes se quedan donde están.</translation>
        </message>
        <message>
            <source>Replace the old one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sustituir el antiguo</translation>
        </message>
        <message>
            <source>{name} is used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} se usa en dos ordenadores</translation>
        </message>
        <message>
            <source>The identity came from one computer, and now from another one. Either it has moved there, or somebody has a copy of it. Ask {name}; until then every file is asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad venía de un ordenador y ahora viene de otro. O se ha mudado allí, o alguien tiene una copia. Pregunta a {name}; hasta entonces se preguntará por cada archivo.</translation>
        </message>
        <message>
            <source>It has moved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se ha mudado</translation>
        </message>
        <message>
            <source>You have blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Has bloqueado a {name}</translation>
        </message>
        <message>
            <source>Nothing comes from them, and nothing can be sent to them.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No llega nada de ahí y no se le puede enviar nada.</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Desbloquear</translation>
        </message>
        <message>
            <source>The friend you know</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El amigo que conoces</translation>
        </message>
        <message>
            <source>The newcomer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El nuevo contacto</translation>
        </message>
        <message>
            <source>They may have a new computer — or it is someone else. Nothing is sent to either of them until you say who is who.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quizá sea un ordenador nuevo, o quizá otra persona. No se envía nada a ninguno de los dos hasta que digas quién es quién.</translation>
        </message>
        <message>
            <source>Who is {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Quién es {name}?</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Decidir más tarde</translation>
        </message>
        <message>
            <source>Compare codes with the newcomer before you believe that this is {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Compara códigos con el nuevo contacto antes de creer que es {name}.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos…</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otra persona</translation>
        </message>
        <message>
            <source>They get a name of their own; {name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Recibe un nombre propio; {name} sigue como antes.</translation>
        </message>
        <message>
            <source>Give a name…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dar un nombre…</translation>
        </message>
        <message>
            <source>Another computer of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro ordenador de {name}</translation>
        </message>
        <message>
            <source>Both are used from now on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Desde ahora se usan los dos.</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Conservar los dos</translation>
        </message>
        <message>
            <source>{name} on a new computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} en un ordenador nuevo</translation>
        </message>
        <message>
            <source>The old one is forgotten, with what waits for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El antiguo se olvida, con lo que lo espera.</translation>
        </message>
        <message>
            <source>Replace the old one…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sustituir el antiguo…</translation>
        </message>
        <message>
            <source>Nobody I want to hear of</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nadie de quien quiera saber</translation>
        </message>
        <message>
            <source>{name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} sigue como antes.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloquear…</translation>
        </message>
        <message>
            <source>Introduced by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Presentación de {name}</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin verificar todavía</translation>
        </message>
        <message>
            <source>Verified on {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verificado el {date}</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La misma otra vez</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Las dos todavía no son iguales.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un momento…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>Introduction</name>
        <message>
            <source>Introduce {name} to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Presentar {name} a…</translation>
        </message>
        <message>
            <source>Introduce</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Presentar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Both see the name you use for the other, and become friends if both agree.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cada uno ve el nombre que usas para el otro, y se hacen amigos si los dos aceptan.</translation>
        </message>
        <message>
            <source>Nobody else is there right now. To introduce {name} to somebody, both of them must be online.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No hay nadie más ahora mismo. Para presentar {name} a alguien, los dos tienen que estar en línea.</translation>
        </message>
        <message>
            <source>Become friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hacernos amigos</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Retirarlo</translation>
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
            <translation>Elegir archivos para enviar</translation>
        </message>
        <message numerus="yes">
            <source>Sending to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Enviando a %Ln amigo</numerusform>
                <numerusform>Enviando a %Ln amigos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln amigo elegido</numerusform>
                <numerusform>%Ln amigos elegidos</numerusform>
            </translation>
        </message>
        <message>
            <source>Make it private</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hacerlo privado</translation>
        </message>
    </context>
    <context>
        <name>Nameless</name>
        <message>
            <source>A friend wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un amigo quiere comparar códigos contigo</translation>
        </message>
        <message>
            <source>A friend introduces somebody to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un amigo te presenta a alguien</translation>
        </message>
        <message>
            <source>A friend wants to send you something</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un amigo quiere enviarte algo</translation>
        </message>
        <message>
            <source>Something is coming from a friend — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Llega algo de un amigo: aceptado automáticamente</translation>
        </message>
        <message>
            <source>A friend declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un amigo lo rechazó</translation>
        </message>
        <message>
            <source>A transfer has failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Una transferencia ha fallado</translation>
        </message>
        <message>
            <source>Not all of a transfer has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Una transferencia no ha llegado entera</translation>
        </message>
        <message>
            <source>Something from a friend has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ha llegado algo de un amigo</translation>
        </message>
        <message>
            <source>What you sent has been delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo que enviaste se ha entregado</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Show report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar el informe</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. Nothing is lost</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand se cerró de forma inesperada. No se ha perdido nada</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. One transfer continues now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand se cerró de forma inesperada. Una transferencia sigue ahora</translation>
        </message>
        <message numerus="yes">
            <source>Byhand closed unexpectedly. %n transfer(s) continue now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand se cerró de forma inesperada. %Ln transferencia sigue ahora</numerusform>
                <numerusform>Byhand se cerró de forma inesperada. %Ln transferencias siguen ahora</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Has bloqueado a {name}</translation>
        </message>
        <message>
            <source>Not saved. {problem}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se ha guardado. {problem}</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Descartar: {text}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Descartar</translation>
        </message>
    </context>
    <context>
        <name>Notification</name>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aceptar</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir</translation>
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar estos archivos en</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Update the folder already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Actualizar la carpeta que ya está</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Review…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Revisar…</translation>
        </message>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aceptar</translation>
        </message>
        <message>
            <source>Change the folder it is saved in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar la carpeta donde se guarda</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Decidir más tarde</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin verificar todavía</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verificado</translation>
        </message>
        <message>
            <source>{name} wants to send you files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} quiere enviarte archivos</translation>
        </message>
        <message>
            <source>{name} wants to send you a text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} quiere enviarte un texto</translation>
        </message>
        <message>
            <source>{name} wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} quiere enviarte una carpeta</translation>
        </message>
        <message numerus="yes">
            <source>{name} wants to send you %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} quiere enviarte %Ln archivo</numerusform>
                <numerusform>{name} quiere enviarte %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is sending you a text — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} te está enviando un texto: aceptado automáticamente</translation>
        </message>
        <message>
            <source>{name} is sending you a folder — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} te está enviando una carpeta: aceptada automáticamente</translation>
        </message>
        <message numerus="yes">
            <source>{name} is sending you %n file(s) — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} te está enviando %Ln archivo: aceptado automáticamente</numerusform>
                <numerusform>{name} te está enviando %Ln archivos: aceptados automáticamente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>counting… %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>contando… %Ln archivo</numerusform>
                <numerusform>contando… %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>goes to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>va a {folder}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Decides más tarde</translation>
        </message>
        <message>
            <source>“{note}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{note}»</translation>
        </message>
        <message>
            <source>Take part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Participar</translation>
        </message>
    </context>
    <context>
        <name>Pairing</name>
        <message>
            <source>{name}'s number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Número de {name}</translation>
        </message>
        <message>
            <source>Your number: {digits}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu número: {digits}</translation>
        </message>
        <message>
            <source>Your number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu número</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Compare codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos</translation>
        </message>
        <message>
            <source>You read six digits to each other, in person or by phone.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Os leéis seis cifras, en persona o por teléfono.</translation>
        </message>
        <message>
            <source>They don't fit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No coinciden</translation>
        </message>
        <message>
            <source>Do this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hacerlo más tarde</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>They call themselves “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dice llamarse «{name}», en «{computer}».</translation>
        </message>
        <message>
            <source>Read your number to {name}, and type theirs</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lee tu número a {name} y escribe el suyo</translation>
        </message>
        <message>
            <source>Ask in person or by phone. If both numbers fit, nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pregunta en persona o por teléfono. Si los dos números coinciden, no hay nadie en medio.</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos con {name}</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir a {name}</translation>
        </message>
        <message>
            <source>A card in their window asks whether they have time for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Una tarjeta en su ventana pregunta si tiene tiempo para ello.</translation>
        </message>
        <message>
            <source>In their “Add a friend” they press Add beside “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En su «Añadir un amigo» tiene que pulsar Añadir junto a «{name}».</translation>
        </message>
        <message>
            <source>You know somebody of this name already. Say in your list of friends who is who; until then nothing is sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ya conoces a alguien con este nombre. Di en tu lista de amigos quién es quién; hasta entonces no se envía nada.</translation>
        </message>
        <message>
            <source>Verified: both numbers fit, so nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verificado: los dos números coinciden, así que no hay nadie en medio.</translation>
        </message>
        <message>
            <source>Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin verificar todavía: podéis comparar códigos cuando queráis</translation>
        </message>
        <message>
            <source>You and {name} have not compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} y tú no habéis comparado códigos</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se ha añadido a {name}</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar estos archivos en</translation>
        </message>
        <message>
            <source>When {name} sends files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cuando {name} envía archivos</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Preguntar siempre</translation>
        </message>
        <message>
            <source>Accept by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aceptar automáticamente</translation>
        </message>
        <message>
            <source>Up to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>Keep executable files executable</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mantener ejecutables los archivos ejecutables</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Carpeta habitual</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos…</translation>
        </message>
        <message>
            <source>The usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La carpeta habitual</translation>
        </message>
        <message>
            <source>Change the folder for files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar la carpeta para los archivos de {name}</translation>
        </message>
        <message>
            <source>Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Por los programas se pregunta siempre.</translation>
        </message>
        <message>
            <source>Only for friends with whom you have compared codes: until then it may be somebody else who sends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Solo para amigos con los que has comparado códigos: hasta entonces podría enviar otra persona.</translation>
        </message>
        <message>
            <source>Save in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar en</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>That is not a friend of yours any more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta persona ya no está entre tus amigos.</translation>
        </message>
        <message>
            <source>That can't be done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede hacer</translation>
        </message>
        <message>
            <source>Rename {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar el nombre de {name}</translation>
        </message>
        <message>
            <source>Rename</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar nombre</translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Quitar a {name}?</translation>
        </message>
        <message>
            <source>You can't send each other files any more until you invite each other again. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No podréis enviaros más archivos hasta que os invitéis de nuevo. Los archivos que ya tienes se quedan donde están.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Block {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Bloquear a {name}?</translation>
        </message>
        <message>
            <source>What is under way with them ends, and nothing comes from them until you unblock them. They are not told.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo que está en marcha termina, y no llega nada más hasta que quites el bloqueo. La otra persona no se entera.</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Another computer of whom?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Otro ordenador de quién?</translation>
        </message>
        <message>
            <source>There is no other friend whose computer it could be.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No hay otro amigo de quien pueda ser el ordenador.</translation>
        </message>
        <message>
            <source>Is {name} another computer of {person}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Es {name} otro ordenador de {person}?</translation>
        </message>
        <message>
            <source>Both are shown as {person} then, and you choose the computer when you send.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los dos se muestran entonces como {person}, y al enviar eliges el ordenador.</translation>
        </message>
        <message>
            <source>Show them as one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrarlos como uno</translation>
        </message>
        <message>
            <source>Add an address of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir una dirección de {name}</translation>
        </message>
        <message>
            <source>Where their computer can be reached, as HOST or HOST:PORT. It is tried besides the addresses that are found by themselves.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dónde se puede encontrar su ordenador, como HOST o HOST:PUERTO. Se prueba además de las direcciones que se encuentran solas.</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dejarlo como está</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Cancel {title}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Cancelar {title}?</translation>
        </message>
        <message>
            <source>{amount} have been handed over already and will be dropped.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ya se han entregado {amount} y se perderán.</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cancelar el envío</translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nada en camino</translation>
        </message>
        <message>
            <source>Nothing has finished yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no ha terminado nada</translation>
        </message>
    </context>
    <context>
        <name>Request</name>
        <message>
            <source>Block {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloquear a {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más</translation>
        </message>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ahora no</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Always accept from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aceptar siempre de {name}</translation>
        </message>
        <message>
            <source>Up to {size} at once. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hasta {size} a la vez. Por los programas se pregunta siempre.</translation>
        </message>
        <message>
            <source>Files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Archivos de {name}</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>Accept {files} · {size}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aceptar {files} · {size}</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Primero los más grandes</translation>
        </message>
        <message>
            <source>{count} of {total} chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{count} de {total} elegidos</translation>
        </message>
        <message>
            <source>will be saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>se guardará como {name}</translation>
        </message>
        <message>
            <source>folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>carpeta</translation>
        </message>
        <message>
            <source>chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>elegido</translation>
        </message>
        <message>
            <source>chosen in part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>elegido en parte</translation>
        </message>
        <message>
            <source>left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>excluido</translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n file(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{count} de %Ln archivo elegido</numerusform>
                <numerusform>{count} de %Ln archivos elegidos</numerusform>
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
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos…</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet. It may be someone else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no has comparado códigos con {name}. Podría ser otra persona.</translation>
        </message>
        <message>
            <source>wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>quiere enviarte una carpeta</translation>
        </message>
        <message numerus="yes">
            <source>wants to send you %n file(s) ({size})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>quiere enviarte %Ln archivo ({size})</numerusform>
                <numerusform>quiere enviarte %Ln archivos ({size})</numerusform>
            </translation>
        </message>
        <message>
            <source>Verified friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Amigo verificado</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin verificar todavía</translation>
        </message>
        <message>
            <source>Save to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar en</translation>
        </message>
        <message>
            <source>Save to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar en {folder}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} libres</translation>
        </message>
        <message>
            <source>Needs {needed}, {free} free here — choose another folder or fewer files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Necesita {needed} y aquí hay {free} libres: elige otra carpeta o menos archivos</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otra carpeta…</translation>
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
            <translation>Software libre con la licencia Apache 2.0.</translation>
        </message>
        <message>
            <source>Technical report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Informe técnico</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar el informe</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Notificaciones</translation>
        </message>
        <message>
            <source>With names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Con nombres</translation>
        </message>
        <message>
            <source>They say who sends what, and what has arrived.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dicen quién envía qué y qué ha llegado.</translation>
        </message>
        <message>
            <source>Without names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin nombres</translation>
        </message>
        <message>
            <source>Nobody who looks over your shoulder learns who it is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quien mire por encima de tu hombro no sabrá quién es.</translation>
        </message>
        <message>
            <source>Off</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ninguna</translation>
        </message>
        <message>
            <source>Requests wait in the window until you look.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Las peticiones esperan en la ventana hasta que mires.</translation>
        </message>
        <message>
            <source>Keep history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar historial</translation>
        </message>
        <message>
            <source>Forever</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Siempre</translation>
        </message>
        <message>
            <source>It is on this computer only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Está solo en este ordenador.</translation>
        </message>
        <message>
            <source>30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>30 días</translation>
        </message>
        <message>
            <source>Older entries go by themselves. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Las entradas más antiguas se van solas. Los archivos se quedan donde están.</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nunca</translation>
        </message>
        <message>
            <source>What has ended is not listed. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo que ha terminado no se apunta. Los archivos se quedan donde están.</translation>
        </message>
        <message>
            <source>Your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu identidad</translation>
        </message>
        <message>
            <source>Save received files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar los archivos recibidos en</translation>
        </message>
        <message>
            <source>Change the folder for received files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar la carpeta de los archivos recibidos</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verificado</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Desbloquear</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comparar códigos con {name}</translation>
        </message>
        <message>
            <source>Unblock {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Desbloquear a {name}</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más: {name}</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cambiar nombre…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloquear…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>You have no friends here yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no tienes amigos aquí.</translation>
        </message>
        <message>
            <source>Your identity is what friends know you by; it exists on this computer only. With a copy you stay yourself when the computer is lost, or move to another one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu identidad es por lo que te reconocen tus amigos; existe solo en este ordenador. Con una copia sigues siendo tú si el ordenador se pierde o si te pasas a otro.</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar una copia…</translation>
        </message>
        <message>
            <source>Take over from a file…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tomar de un archivo…</translation>
        </message>
        <message>
            <source>As the system</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <source>Language</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Byhand speaks it when it starts next time.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand lo hablará la próxima vez que se inicie.</translation>
        </message>
        <message>
            <source>System</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alto contraste</translation>
        </message>
        <message>
            <source>Colours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Colores</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar la conexión…</translation>
        </message>
        <message>
            <source>Port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puerto</translation>
        </message>
        <message>
            <source>Another program uses port {port}; yours is still {old}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro programa usa el puerto {port}; el tuyo sigue siendo {old}.</translation>
        </message>
        <message>
            <source>A port is a number from {least} to {most}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un puerto es un número de {least} a {most}.</translation>
        </message>
        <message>
            <source>Another program uses port {port} — using {other} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro programa usa el puerto {port}: se usa el {other} en su lugar</translation>
        </message>
        <message>
            <source>Holds from the next start on; until then it is {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Vale desde el próximo inicio; hasta entonces es {port}.</translation>
        </message>
        <message>
            <source>One folder per friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Una carpeta por amigo</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Preguntar siempre</translation>
        </message>
        <message>
            <source>Accept from verified friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aceptar de amigos verificados</translation>
        </message>
        <message>
            <source>When files come</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cuando llegan archivos</translation>
        </message>
        <message>
            <source>Both are kept: the new one becomes “name (1)”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se conservan los dos: el nuevo pasa a ser «nombre (1)».</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar archivos en</translation>
        </message>
        <message>
            <source>When a name exists</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cuando ya existe un nombre</translation>
        </message>
        <message>
            <source>Files of friends you have compared codes with come in by themselves, up to 1 GB at once unless you say otherwise for a friend. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los archivos de amigos con los que has comparado códigos llegan automáticamente, hasta 1 GB a la vez si no dices otra cosa para un amigo. Por los programas se pregunta siempre.</translation>
        </message>
        <message>
            <source>You are asked before anything comes in, unless you say otherwise for a friend.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se te pregunta antes de que llegue nada, si no dices otra cosa para un amigo.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>You</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tú</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Recibiendo</translation>
        </message>
        <message>
            <source>Who can see me</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quién puede verme</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Red</translation>
        </message>
        <message>
            <source>Look</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Aspecto</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Empezar</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Privacidad</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Amigos</translation>
        </message>
        <message>
            <source>About</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Acerca de</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Iniciar al entrar en la sesión</translation>
        </message>
        <message>
            <source>Keep running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Seguir en la bandeja del sistema</translation>
        </message>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este escritorio no deja que Byhand se inicie al entrar en la sesión.</translation>
        </message>
        <message>
            <source>Your desktop has no tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu escritorio no tiene bandeja del sistema</translation>
        </message>
        <message>
            <source>Friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Solo amigos</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nadie</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 min</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visible para la gente cercana durante 10 min</translation>
        </message>
        <message>
            <source>{network} can't be told from other networks like it: there people nearby see you for some minutes only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{network} no se distingue de otras redes parecidas: ahí la gente cercana te ve solo durante unos minutos.</translation>
        </message>
        <message>
            <source>Always visible on {network}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Siempre visible en {network}</translation>
        </message>
        <message>
            <source>Friends can't find this computer by themselves; it still finds those it can see.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tus amigos no encuentran este ordenador por sí solos; él sigue encontrando los que puede ver.</translation>
        </message>
        <message>
            <source>Only friends can tell that this computer is here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Solo tus amigos pueden saber que este ordenador está aquí.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu nombre</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este ordenador</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Buscar un amigo</translation>
        </message>
        <message>
            <source>Visible to people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visible para la gente cercana</translation>
        </message>
        <message>
            <source>Visible to nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visible para nadie</translation>
        </message>
        <message>
            <source>Visible to friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visible solo para amigos</translation>
        </message>
        <message>
            <source>Add a friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Añadir un amigo…</translation>
        </message>
    </context>
    <context>
        <name>Speed</name>
        <message>
            <source>No limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin límite</translation>
        </message>
        <message>
            <source>Write a speed like 500 kB/s or 10 MB/s; empty is no limit.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Escribe una velocidad como 500 kB/s o 10 MB/s; vacío es sin límite.</translation>
        </message>
        <message>
            <source>Limit the speed with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Limitar la velocidad con {name}</translation>
        </message>
        <message>
            <source>Limit the speed of “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Limitar la velocidad de «{title}»</translation>
        </message>
        <message>
            <source>Send at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar como máximo a</translation>
        </message>
        <message>
            <source>Receive at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Recibir como máximo a</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Transfers at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transferencias a la vez</translation>
        </message>
        <message>
            <source>From</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>De</translation>
        </message>
        <message>
            <source>To</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>A</translation>
        </message>
        <message>
            <source>Other limits at certain hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otros límites a ciertas horas</translation>
        </message>
        <message>
            <source>to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>a</translation>
        </message>
        <message>
            <source>to one friend; small ones never wait</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>a un amigo; las pequeñas nunca esperan</translation>
        </message>
    </context>
    <context>
        <name>SpeedGraph</name>
        <message>
            <source>Speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Velocidad</translation>
        </message>
        <message>
            <source>now {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ahora {speed}</translation>
        </message>
        <message>
            <source>average {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>media {speed}</translation>
        </message>
        <message>
            <source>highest {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>máxima {speed}</translation>
        </message>
    </context>
    <context>
        <name>Technical</name>
        <message>
            <source>Connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Conexión</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cifrado</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Verificado</translation>
        </message>
        <message>
            <source>Average speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Velocidad media</translation>
        </message>
        <message>
            <source>Started</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>Ended</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Fin</translation>
        </message>
        <message>
            <source>Folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Reason</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Motivo</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transferencia</translation>
        </message>
        <message>
            <source>Digest of the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Huella de la lista</translation>
        </message>
        <message>
            <source>Not connected now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin conexión ahora</translation>
        </message>
        <message>
            <source>Direct, on this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Directa, en esta red</translation>
        </message>
        <message>
            <source>Direct, over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Directa, por internet</translation>
        </message>
        <message>
            <source>{cipher}, end to end</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{cipher}, de extremo a extremo</translation>
        </message>
        <message>
            <source>Codes were not compared yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no se han comparado los códigos</translation>
        </message>
        <message>
            <source>Since {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Desde el {date}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado</translation>
        </message>
    </context>
    <context>
        <name>TransferList</name>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}, or until you quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Se pasa a %Ln más hasta las {time}, o hasta que salgas</numerusform>
                <numerusform>Se pasa a %Ln más hasta las {time}, o hasta que salgas</numerusform>
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
            <translation>Se ha movido o borrado</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>Send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar la versión nueva</translation>
        </message>
        <message numerus="yes">
            <source>Try the %n file(s) again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Reintentar con %Ln archivo</numerusform>
                <numerusform>Reintentar con %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>Show files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar archivos</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ofrecer otra vez</translation>
        </message>
        <message>
            <source>Ask {name} to send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pedir a {name} que lo envíe otra vez</translation>
        </message>
        <message>
            <source>Tell {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Avisar a {name}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Resume</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>Move up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Limitar velocidad…</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dejar de pasarlo</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar texto</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiar imagen</translation>
        </message>
        <message>
            <source>Send again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar otra vez</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Detalles</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobar la conexión…</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Emparejar otra vez…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quién es…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Quitar de esta lista</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Más</translation>
        </message>
        <message>
            <source>{name} accepted: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ha aceptado: {title}</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Transferencias</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Copiado</translation>
        </message>
        <message>
            <source>In progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En curso</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En espera</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Terminado</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>a {name}</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>de {name}</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abrir Byhand</translation>
        </message>
        <message>
            <source>Stop passing on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Dejar de pasar a otros</translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviar archivos…</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visible para la gente cercana durante 10 minutos</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ajustes…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Salir</translation>
        </message>
        <message numerus="yes">
            <source>Quit (%n transfer(s) continue next time)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Salir (%Ln transferencia seguirá la próxima vez)</numerusform>
                <numerusform>Salir (%Ln transferencias seguirán la próxima vez)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln petición más…</numerusform>
                <numerusform>%Ln peticiones más…</numerusform>
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
                <numerusform>%Ln petición</numerusform>
                <numerusform>%Ln peticiones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>Slowed down by the limit that is set: {rate}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Frenado por el límite fijado: {rate}</translation>
        </message>
        <message>
            <source>Slowed down by the disk of this computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Frenado por el disco de este ordenador</translation>
        </message>
        <message>
            <source>Slowed down by {name}'s disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Frenado por el disco de {name}</translation>
        </message>
        <message>
            <source>Slowed down by the network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Frenado por la red</translation>
        </message>
        <message>
            <source>Slowed down by the limit that is set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Frenado por el límite fijado</translation>
        </message>
        <message>
            <source>Slowed down by a limit that {name} has set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Frenado por un límite que ha fijado {name}</translation>
        </message>
        <message>
            <source>As fast as this computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tan rápido como puede este ordenador</translation>
        </message>
        <message>
            <source>As fast as {name}'s computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tan rápido como puede el ordenador de {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln archivo comprobado</numerusform>
                <numerusform>%Ln archivos comprobados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>falta %Ln</numerusform>
                <numerusform>faltan %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln cambiado</numerusform>
                <numerusform>%Ln cambiados</numerusform>
            </translation>
        </message>
        <message>
            <source>all are as they were handed over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>todos están como se entregaron</translation>
        </message>
        <message>
            <source>but the receipt is not signed for them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>pero el recibo no está firmado para ellos</translation>
        </message>
        <message>
            <source>The receipt is not signed for these files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El recibo no está firmado para estos archivos</translation>
        </message>
        <message>
            <source>It is as it arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Está como llegó</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln archivo está como llegó</numerusform>
                <numerusform>Los %Ln archivos están como llegaron</numerusform>
            </translation>
        </message>
        <message>
            <source>It is as it was sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Está como se envió</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln archivo está como se envió</numerusform>
                <numerusform>Los %Ln archivos están como se enviaron</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking… {percent}%</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobando… {percent} %</translation>
        </message>
        <message numerus="yes">
            <source>{missing}, %n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{missing}, %Ln cambiado</numerusform>
                <numerusform>{missing}, %Ln cambiados</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 archivo ha cambiado</translation>
        </message>
        <message numerus="yes">
            <source>%n files have changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln archivo ha cambiado</numerusform>
                <numerusform>%Ln archivos han cambiado</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Falta 1 archivo</translation>
        </message>
        <message numerus="yes">
            <source>%n files are missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Falta %Ln archivo</numerusform>
                <numerusform>Faltan %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer's port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puerto de este ordenador</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Red</translation>
        </message>
        <message>
            <source>VPN</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Cortafuegos</translation>
        </message>
        <message>
            <source>Finding people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Encontrar a gente cercana</translation>
        </message>
        <message>
            <source>Being reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Estar accesible</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>Fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bien</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No es seguro</translation>
        </message>
        <message>
            <source>Problem</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Problema</translation>
        </message>
        <message numerus="yes">
            <source>%n other computer(s) heard here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Se oye aquí %Ln ordenador más.</numerusform>
                <numerusform>Se oyen aquí %Ln ordenadores más.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at this computer, the network and your friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Examinando este ordenador, la red y a tu amigo…</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln problema encontrado</numerusform>
                <numerusform>%Ln problemas encontrados</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todo está bien</translation>
        </message>
        <message>
            <source>No problem found, but not everything could be checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se encontró ningún problema, pero no se pudo comprobar todo</translation>
        </message>
        <message>
            <source>Nothing here keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nada aquí cierra el puerto {port}.</translation>
        </message>
        <message>
            <source>The firewall {name} lets port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El cortafuegos {name} deja entrar por el puerto {port}.</translation>
        </message>
        <message>
            <source>Listening on port {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Escuchando en el puerto {port}.</translation>
        </message>
        <message>
            <source>Another program uses port {taken}: listening on {port} instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro programa usa el puerto {taken}: se escucha en el {port} en su lugar.</translation>
        </message>
        <message>
            <source>No firewall is active on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No hay ningún cortafuegos activo en este ordenador.</translation>
        </message>
        <message>
            <source>The firewall {name} keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El cortafuegos {name} cierra el puerto {port}.</translation>
        </message>
        <message>
            <source>The firewall {name} is active and may keep port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El cortafuegos {name} está activo y puede que cierre el puerto {port}.</translation>
        </message>
        <message>
            <source>This computer doesn't tell whether a firewall is active.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este ordenador no dice si hay un cortafuegos activo.</translation>
        </message>
        <message>
            <source>Connected: {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Conectado: {name}.</translation>
        </message>
        <message>
            <source>This computer is on no network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este ordenador no está en ninguna red.</translation>
        </message>
        <message>
            <source>No VPN is on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No hay ninguna VPN activa.</translation>
        </message>
        <message>
            <source>The VPN {name} is on and not in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La VPN {name} está activa y no estorba.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todo pasa por la VPN {name}.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}, which may keep friends out.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todo pasa por la VPN {name}, que puede que no deje entrar a tus amigos.</translation>
        </message>
        <message>
            <source>Nobody else is heard on this network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se oye a nadie más en esta red.</translation>
        </message>
        <message>
            <source>Not even our own announcement comes back: it is blocked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ni siquiera vuelve nuestro propio anuncio: está bloqueado.</translation>
        </message>
        <message>
            <source>There is no network to listen on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No hay ninguna red donde escuchar.</translation>
        </message>
        <message>
            <source>{name} called back and reached this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} devolvió la llamada y llegó a este ordenador.</translation>
        </message>
        <message>
            <source>{name} called back and could not get in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} devolvió la llamada y no pudo entrar.</translation>
        </message>
        <message>
            <source>{name} is on this network but can't be reached.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} está en esta red, pero no se puede conectar.</translation>
        </message>
        <message>
            <source>{name} is not there and can't call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} no está y no puede devolver la llamada.</translation>
        </message>
        <message>
            <source>{name} needs a newer Byhand to call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} necesita un Byhand más nuevo para devolver la llamada.</translation>
        </message>
        <message>
            <source>{name} was not asked again: a friend calls back once a minute at most.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se preguntó otra vez a {name}: un amigo devuelve la llamada como mucho una vez por minuto.</translation>
        </message>
        <message>
            <source>{name} gave no answer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} no respondió.</translation>
        </message>
        <message>
            <source>{name} says it worked, but no call came.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} dice que funcionó, pero no llegó ninguna llamada.</translation>
        </message>
        <message>
            <source>{name} was not asked: nothing goes to them now.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se preguntó a {name}: ahora no se le envía nada.</translation>
        </message>
        <message>
            <source>No friend is there who could call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No hay ningún amigo que pueda devolver la llamada.</translation>
        </message>
        <message>
            <source>Friends don't call ports below 1024.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los amigos no llaman a puertos por debajo de 1024.</translation>
        </message>
        <message>
            <source>Open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Abre el puerto con esta orden:</translation>
        </message>
        <message>
            <source>Friends find the new port. Firewall rules may need it, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tus amigos encuentran el puerto nuevo. Puede que las reglas del cortafuegos también lo necesiten.</translation>
        </message>
        <message>
            <source>If friends can't reach you, open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Si tus amigos no pueden conectar contigo, abre el puerto con esta orden:</translation>
        </message>
        <message>
            <source>If one is, let TCP port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Si hay alguno, deja entrar por el puerto TCP {port}.</translation>
        </message>
        <message>
            <source>Connect to Wi-Fi or plug in a cable.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Conéctate a una wifi o enchufa un cable.</translation>
        </message>
        <message>
            <source>If friends nearby can't be reached, allow the local network in its settings.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Si no se puede conectar con amigos cercanos, permite la red local en sus ajustes.</translation>
        </message>
        <message>
            <source>Allow the local network in its settings, or turn it off and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Permite la red local en sus ajustes, o apágala e inténtalo otra vez.</translation>
        </message>
        <message>
            <source>You may be alone here. Guest networks keep computers apart: use another one, or an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puede que no haya nadie más aquí. Las redes de invitados separan los ordenadores: usa otra o un enlace de invitación.</translation>
        </message>
        <message>
            <source>Let UDP port 5353 in, or add friends by an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Deja entrar por el puerto UDP 5353 o añade amigos con un enlace de invitación.</translation>
        </message>
        <message>
            <source>A firewall here, or a router in between, must let TCP port {port} in. You may still reach {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un cortafuegos de aquí, o un router en medio, tiene que dejar entrar por el puerto TCP {port}. Puede que aun así puedas conectar con {name}.</translation>
        </message>
        <message>
            <source>A firewall there may be in the way: ask {name} to check the connection, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puede que allí lo impida un cortafuegos: pide a {name} que compruebe también la conexión.</translation>
        </message>
        <message>
            <source>Try again when {name} has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inténtalo otra vez cuando {name} tenga Byhand abierto.</translation>
        </message>
        <message>
            <source>Ask {name} to update.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Pide a {name} que actualice.</translation>
        </message>
        <message>
            <source>Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inténtalo otra vez dentro de un minuto.</translation>
        </message>
        <message>
            <source>Something else may answer at your address. Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puede que en tu dirección responda otra cosa. Inténtalo otra vez dentro de un minuto.</translation>
        </message>
        <message>
            <source>The menu of {name} says why.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El menú de {name} dice por qué.</translation>
        </message>
        <message>
            <source>Try again when a friend has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Inténtalo otra vez cuando un amigo tenga Byhand abierto.</translation>
        </message>
        <message>
            <source>Choose a port of 1024 or more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Elige un puerto a partir de 1024.</translation>
        </message>
        <message>
            <source>Your identity file can't be used ({reason}): make it private by chmod 600 {path}, and start Byhand again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu archivo de identidad no se puede usar ({reason}): hazlo privado con chmod 600 {path} y abre Byhand otra vez.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: free {missing} or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {path} está lleno: libera {missing} o elige otra carpeta.</translation>
        </message>
        <message>
            <source>This invitation can't be used. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta invitación no se puede usar. Pide otra a {name}.</translation>
        </message>
        <message>
            <source>the person who sent it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>la persona que la envió</translation>
        </message>
        <message>
            <source>That isn't an invitation: copy the whole link, from byhand:// to its end.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Eso no es una invitación: copia el enlace entero, de byhand:// hasta el final.</translation>
        </message>
        <message>
            <source>A character of this invitation is wrong or missing: copy the whole link again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un carácter de esta invitación está mal o falta: copia otra vez el enlace entero.</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta invitación ha caducado. Pide otra a {name}.</translation>
        </message>
        <message>
            <source>That's your own invitation: give it to the friend you want to add.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es tu propia invitación: dásela al amigo que quieres añadir.</translation>
        </message>
        <message>
            <source>This invitation isn't open any more. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta invitación ya no está abierta. Pide otra a {name}.</translation>
        </message>
        <message>
            <source>This invitation was used by somebody else. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta invitación ya la usó otra persona. Pide otra a {name}.</translation>
        </message>
        <message>
            <source>This invitation has keys of another friend of yours: don't trust it, and ask {name} in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta invitación tiene claves de otro amigo tuyo: no te fíes y pregunta a {name} en persona.</translation>
        </message>
        <message>
            <source>Your friend can't be saved: make room on this computer's disk, then use the invitation again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede guardar a tu amigo: haz sitio en el disco de este ordenador y usa la invitación otra vez.</translation>
        </message>
        <message>
            <source>Can't reach {name}: both of you need Byhand open on the same network; or try it the other way round, with a link of yours.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede conectar con {name}: los dos necesitáis Byhand abierto en la misma red; o probad al revés, con un enlace tuyo.</translation>
        </message>
        <message>
            <source>{path} can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede leer {path}: comprueba que está ahí y que tienes permiso para leerlo.</translation>
        </message>
        <message>
            <source>{path} is no saved identity: choose the file that was made where your identity is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} no es una identidad guardada: elige el archivo que se creó donde está tu identidad.</translation>
        </message>
        <message>
            <source>{path} was made by a newer Byhand: update this one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} lo hizo un Byhand más nuevo: actualiza antes este.</translation>
        </message>
        <message>
            <source>{path} is damaged: copy it again, or save your identity once more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} está dañado: cópialo otra vez o vuelve a guardar tu identidad.</translation>
        </message>
        <message>
            <source>{path} can't be opened with this passphrase: type it again; if it is the right one, the file is damaged.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} no se abre con esta contraseña: escríbela otra vez; si es la correcta, el archivo está dañado.</translation>
        </message>
        <message>
            <source>This passphrase is too short: take {least} characters or more, best some words.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta contraseña es demasiado corta: pon {least} caracteres o más, mejor varias palabras.</translation>
        </message>
        <message>
            <source>{path} is there already and was not touched: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} ya existe y no se ha tocado: elige otro nombre.</translation>
        </message>
        <message numerus="yes">
            <source>%n friends fit “{name}”: use the first 8 or more digits of the id instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln amigo coincide con «{name}»: usa en su lugar al menos las 8 primeras cifras del identificador.</numerusform>
                <numerusform>%Ln amigos coinciden con «{name}»: usa en su lugar al menos las 8 primeras cifras del identificador.</numerusform>
            </translation>
        </message>
        <message>
            <source>No friend of yours is called “{name}”: look at the list of your friends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ninguno de tus amigos se llama «{name}»: mira la lista de tus amigos.</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sin motivo indicado</translation>
        </message>
        <message>
            <source>Something went wrong inside Byhand ({kind}): start it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Algo ha fallado dentro de Byhand ({kind}): ábrelo otra vez.</translation>
        </message>
        <message>
            <source>The other side did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El otro lado no respetó las reglas y se cerró la conexión: comprobad que los dos tenéis el Byhand más nuevo.</translation>
        </message>
        <message>
            <source>This is not the {name} you know: ask them whether they have a new computer, and add each other again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esta no es la persona {name} que conoces: pregúntale si tiene un ordenador nuevo y añadíos otra vez.</translation>
        </message>
        <message>
            <source>Your identity file {path} can't be used ({reason}) and was not touched: put back a good copy, or move it away to start as somebody new.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu archivo de identidad {path} no se puede usar ({reason}) y no se ha tocado: vuelve a poner una copia buena, o apártalo para empezar de cero.</translation>
        </message>
        <message>
            <source>Your friend can't be reached: ask them to open Byhand, and check that no firewall is in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede conectar con tu amigo: pídele que abra Byhand y comprueba que no lo impida un cortafuegos.</translation>
        </message>
        <message>
            <source>The connection was lost: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se perdió la conexión: inténtalo otra vez.</translation>
        </message>
        <message>
            <source>The Byhand that was doing this has ended or does not answer: start it again to go on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El Byhand que lo estaba haciendo ha terminado o no responde: ábrelo otra vez para seguir.</translation>
        </message>
        <message>
            <source>Another Byhand is already using the profile {path}: close that one first, or choose another profile.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Otro Byhand ya usa el perfil {path}: ciérralo antes o elige otro perfil.</translation>
        </message>
        <message>
            <source>Byhand {version}, which is another version than this one, is already using the profile {path}: close that one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand {version}, una versión distinta de esta, ya usa el perfil {path}: ciérralo antes.</translation>
        </message>
        <message>
            <source>“{name}” can't be used as a name ({reason}): rename it and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{name}» no sirve como nombre ({reason}): cámbialo e inténtalo otra vez.</translation>
        </message>
        <message>
            <source>A file changed while it was read: send the new version.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un archivo cambió mientras se leía: envía la versión nueva.</translation>
        </message>
        <message>
            <source>“{path}” can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede leer «{path}»: comprueba que está ahí y que tienes permiso para leerlo.</translation>
        </message>
        <message>
            <source>Too many files at once: send them in several goes, or as one archive.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Demasiados archivos a la vez: envíalos en varias veces o en un solo archivo comprimido.</translation>
        </message>
        <message>
            <source>The bytes arrived damaged: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los bytes llegaron dañados: inténtalo otra vez.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: make room or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {path} está lleno: haz sitio o elige otra carpeta.</translation>
        </message>
        <message>
            <source>{path} can't hold files of 4 GB or more: choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} no admite archivos de 4 GB o más: elige otra carpeta.</translation>
        </message>
        <message>
            <source>{path} can't be written to: check its permissions, or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede escribir en {path}: comprueba sus permisos o elige otra carpeta.</translation>
        </message>
        <message>
            <source>{path} is damaged or was edited, and was not touched: put back a good copy, or move it away to start without it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} está dañado o se modificó, y no se ha tocado: vuelve a poner una copia buena, o apártalo para empezar sin él.</translation>
        </message>
        <message>
            <source>{path} can't be used ({reason}): check the disk and its permissions.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} no se puede usar ({reason}): comprueba el disco y sus permisos.</translation>
        </message>
        <message>
            <source>Byhand was closed before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand se cerró antes del final: inténtalo otra vez</translation>
        </message>
        <message>
            <source>Something went wrong ({code}) — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Algo ha fallado ({code}): inténtalo otra vez</translation>
        </message>
        <message>
            <source>changed while being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>cambiado durante el envío</translation>
        </message>
        <message>
            <source>could not be read</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ilegible</translation>
        </message>
        <message>
            <source>disappeared before being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>desaparecido antes del envío</translation>
        </message>
        <message>
            <source>could not be read (no permission)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ilegible (sin permiso)</translation>
        </message>
        <message>
            <source>can't be sent (only files and folders can)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>imposible de enviar (solo archivos y carpetas)</translation>
        </message>
        <message>
            <source>did not fit on the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sin sitio en el disco</translation>
        </message>
        <message>
            <source>could not be written</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>imposible de escribir</translation>
        </message>
        <message>
            <source>is too large for that kind of disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>demasiado grande para ese tipo de disco</translation>
        </message>
        <message>
            <source>had a name that isn't allowed there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>con un nombre que allí no se permite</translation>
        </message>
        <message>
            <source>had a name that was taken</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>con un nombre ya ocupado</translation>
        </message>
        <message>
            <source>had a name too long for the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>con un nombre demasiado largo para el disco</translation>
        </message>
        <message>
            <source>arrived damaged</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>dañado al llegar</translation>
        </message>
        <message>
            <source>got cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>cancelado</translation>
        </message>
        <message>
            <source>did not arrive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sin llegar</translation>
        </message>
        <message>
            <source>{friend}'s Byhand and yours did not understand each other — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El Byhand de {friend} y el tuyo no se han entendido: inténtalo otra vez</translation>
        </message>
        <message>
            <source>{friend} and you need the same version of Byhand for this — update both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} y tú necesitáis la misma versión de Byhand para esto: actualizad los dos</translation>
        </message>
        <message>
            <source>Too many files at once — send them in several goes, or as one archive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Demasiados archivos a la vez: envíalos en varias veces o en un solo archivo comprimido</translation>
        </message>
        <message>
            <source>It could not be proved that this is {friend} — add each other again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se ha podido probar que sea {friend}: añadíos otra vez</translation>
        </message>
        <message>
            <source>{friend} stopped answering — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} ha dejado de responder: inténtalo otra vez</translation>
        </message>
        <message>
            <source>{friend} has too many requests open — try again later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} tiene demasiadas peticiones abiertas: inténtalo más tarde</translation>
        </message>
        <message>
            <source>{friend} closed Byhand before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} cerró Byhand antes del final: inténtalo otra vez</translation>
        </message>
        <message>
            <source>The request has expired — send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La petición ha caducado: envíala otra vez</translation>
        </message>
        <message>
            <source>The connection to {friend} was lost — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se perdió la conexión con {friend}: inténtalo otra vez</translation>
        </message>
        <message>
            <source>{friend} can't be reached — ask them to open Byhand, and check that no firewall is in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede conectar con {friend}: pídele que abra Byhand y comprueba que no lo impida un cortafuegos</translation>
        </message>
        <message>
            <source>{file} was changed while sending — send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} cambió durante el envío: envía la versión nueva</translation>
        </message>
        <message>
            <source>The bytes arrived damaged and could not be repaired — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Los bytes llegaron dañados y no se pudieron reparar: inténtalo otra vez</translation>
        </message>
        <message>
            <source>A name is too long for the disk — choose another folder or shorten it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un nombre es demasiado largo para el disco: elige otra carpeta o acórtalo</translation>
        </message>
        <message>
            <source>“{file}” can't be stored under that name — rename it and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{file}» no se puede guardar con ese nombre: cámbialo y envíalo otra vez</translation>
        </message>
        <message>
            <source>The name “{file}” is taken again and again — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El nombre «{file}» está ocupado una y otra vez: elige otra carpeta</translation>
        </message>
        <message>
            <source>“{file}” can't be read — check its permissions and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede leer «{file}»: comprueba sus permisos y envíalo otra vez</translation>
        </message>
        <message>
            <source>“{file}” is not there any more — put it back and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{file}» ya no está ahí: vuelve a ponerlo y envíalo otra vez</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — try again once it isn't</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {friend} está lleno: inténtalo cuando ya no lo esté</translation>
        </message>
        <message>
            <source>{friend}'s disk can't hold files of 4 GB or more — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {friend} no admite archivos de 4 GB o más: pídele que elija otra carpeta</translation>
        </message>
        <message>
            <source>{friend}'s disk did not take it — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {friend} no lo admitió: pídele que elija otra carpeta</translation>
        </message>
        <message>
            <source>{friend}'s folder can't be written to — ask them to choose another</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede escribir en la carpeta de {friend}: pídele que elija otra</translation>
        </message>
        <message>
            <source>“{file}” can't be read at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede leer «{file}» donde {friend}: pídelo otra vez</translation>
        </message>
        <message>
            <source>“{file}” is not there any more at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{file}» ya no está donde {friend}: pídelo otra vez</translation>
        </message>
        <message>
            <source>{file} was changed while {friend} sent it — ask for the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} cambió mientras {friend} lo enviaba: pide la versión nueva</translation>
        </message>
        <message>
            <source>Your disk is full — make room or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu disco está lleno: haz sitio o elige otra carpeta</translation>
        </message>
        <message>
            <source>The disk of “{folder}” can't hold files of 4 GB or more — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de «{folder}» no admite archivos de 4 GB o más: elige otra carpeta</translation>
        </message>
        <message>
            <source>“{folder}” is not there any more or can't be used — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{folder}» ya no está ahí o no se puede usar: elige otra carpeta</translation>
        </message>
        <message>
            <source>“{folder}” can't be written to — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede escribir en «{folder}»: elige otra carpeta</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive a text — send it in a file instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} necesita un Byhand más nuevo para recibir un texto: envíalo en un archivo</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive this</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} necesita un Byhand más nuevo para recibir esto</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu disco está lleno: libera {missing} o elige otra carpeta</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — {missing} more needed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {friend} está lleno: faltan {missing}</translation>
        </message>
        <message>
            <source>Sending</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviando</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Entregado</translation>
        </message>
        <message>
            <source>Was there already</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ya estaba</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Recibiendo</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobándose</translation>
        </message>
        <message>
            <source>Saved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardado</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ha llegado</translation>
        </message>
        <message>
            <source>Already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ya está aquí</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No elegido</translation>
        </message>
        <message>
            <source>Left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Excluido</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En espera</translation>
        </message>
        <message>
            <source>A name has 1 to {limit} characters.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Un nombre tiene de 1 a {limit} caracteres.</translation>
        </message>
        <message>
            <source>You already have a friend called {name}: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Ya tienes un amigo que se llama {name}: elige otro nombre.</translation>
        </message>
        <message>
            <source>Compare codes with {name} first: only then may files come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Compara antes códigos con {name}: solo entonces pueden llegar archivos sin preguntar.</translation>
        </message>
        <message>
            <source>Say up to how many bytes files of {name} may come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Di hasta cuántos bytes pueden llegar sin preguntar los archivos de {name}.</translation>
        </message>
        <message>
            <source>One of your own computers can't be another computer of somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Uno de tus propios ordenadores no puede ser el ordenador de otra persona.</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Has bloqueado a {name}: quita antes el bloqueo.</translation>
        </message>
        <message>
            <source>First say who is the {name} you know, and who is not.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Di antes quién es {name} y quién no.</translation>
        </message>
        <message>
            <source>Compare codes first: else this may not be {name} at all.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Compara antes códigos: si no, puede que no sea {name} en absoluto.</translation>
        </message>
        <message numerus="yes">
            <source>Also offered to %n other(s). Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>También se ofrece a %Ln más. Quienes participan se lo pasan entre ellos: llega antes, y verán tu dirección IP.</numerusform>
                <numerusform>También se ofrece a %Ln más. Quienes participan se lo pasan entre ellos: llega antes, y verán tu dirección IP.</numerusform>
            </translation>
        </message>
        <message>
            <source>If that is faster</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Si así va más rápido</translation>
        </message>
        <message>
            <source>Always</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Siempre</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nunca</translation>
        </message>
        <message numerus="yes">
            <source>from {name} and %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>de {name} y %Ln más</numerusform>
                <numerusform>de {name} y %Ln más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Se pasa a %Ln más hasta las {time}</numerusform>
                <numerusform>Se pasa a %Ln más hasta las {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s): {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln amigo: {has} de {all}</numerusform>
                <numerusform>%Ln amigos: {has} de {all}</numerusform>
            </translation>
        </message>
        <message>
            <source>You may leave: everything is out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Puedes irte: ya ha salido todo</translation>
        </message>
        <message>
            <source>{size} from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} de ti</translation>
        </message>
        <message>
            <source>has {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>tiene {has} de {all}</translation>
        </message>
        <message>
            <source>{size} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} para ti</translation>
        </message>
        <message>
            <source>Receiver {number}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Destinatario {number}</translation>
        </message>
        <message>
            <source>{size} uploaded from here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} subidos desde aquí</translation>
        </message>
        <message>
            <source>{size} from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} de {name}</translation>
        </message>
        <message numerus="yes">
            <source>{size} from %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{size} de %Ln más</numerusform>
                <numerusform>{size} de %Ln más</numerusform>
            </translation>
        </message>
        <message>
            <source>{size} passed on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} pasados a otros</translation>
        </message>
        <message>
            <source>Paused by you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En pausa por ti</translation>
        </message>
        <message>
            <source>Paused by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En pausa por {name}</translation>
        </message>
        <message>
            <source>Paused by you and {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En pausa por ti y por {name}</translation>
        </message>
        <message>
            <source>{percent} % kept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{percent} % conservado</translation>
        </message>
        <message>
            <source>Connecting to {name}…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Conectando con {name}…</translation>
        </message>
        <message>
            <source>{name} is offline — continues by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} está sin conexión: seguirá automáticamente</translation>
        </message>
        <message>
            <source>{name} sends something else first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} envía antes otra cosa</translation>
        </message>
        <message>
            <source>Next after “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Después de «{title}»</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Espera su turno</translation>
        </message>
        <message>
            <source>Your disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu disco no lo admite: seguirá automáticamente en cuanto lo haga</translation>
        </message>
        <message>
            <source>{name}'s disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {name} no lo admite: seguirá automáticamente en cuanto lo haga</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} and it goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu disco está lleno: libera {missing} y seguirá automáticamente</translation>
        </message>
        <message>
            <source>{name}'s disk is full — {missing} more needed, goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {name} está lleno: faltan {missing}, luego seguirá automáticamente</translation>
        </message>
        <message>
            <source>Your disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Tu disco está lleno: seguirá automáticamente en cuanto haya sitio</translation>
        </message>
        <message>
            <source>{name}'s disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El disco de {name} está lleno: seguirá automáticamente en cuanto haya sitio</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} conoce a esta persona como «{name}», en «{computer}».</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} conoce a esta persona como «{name}».</translation>
        </message>
        <message>
            <source>You become friends if both of you agree; compare codes to be sure.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Os hacéis amigos si los dos aceptáis; comparad códigos para estar seguros.</translation>
        </message>
        <message>
            <source>{introducer} introduces {name} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} te presenta a {name}</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esperando a que {name} acepte</translation>
        </message>
        <message>
            <source>{name} is your friend now — introduced by {introducer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ya está entre tus amigos: presentación de {introducer}</translation>
        </message>
        <message>
            <source>You declined to become friends with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No quisiste ser amigo de {name}</translation>
        </message>
        <message>
            <source>The introduction to {name} has expired. Ask {introducer} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La presentación de {name} ha caducado. Pide otra a {introducer}.</translation>
        </message>
        <message>
            <source>{name} and {other} are asked whether they want to be friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se pregunta a {name} y a {other} si quieren ser amigos</translation>
        </message>
        <message>
            <source>{name} agrees to become friends with {other}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} acepta ser amigo de {other}</translation>
        </message>
        <message>
            <source>{name} does not want to become friends with {other} now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} no quiere ser amigo de {other} por ahora</translation>
        </message>
        <message>
            <source>Translations are not yet reviewed by native speakers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Las traducciones todavía no las ha revisado ningún hablante nativo.</translation>
        </message>
        <message>
            <source>without a limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sin límite</translation>
        </message>
        <message>
            <source>up {up} · down {down}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>envío {up} · recepción {down}</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n large transfer(s) to one friend at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Hasta %Ln transferencia grande a la vez a un amigo</numerusform>
                <numerusform>Hasta %Ln transferencias grandes a la vez a un amigo</numerusform>
            </translation>
        </message>
        <message>
            <source>From {begin} to {end}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>De {begin} a {end}</translation>
        </message>
        <message>
            <source>{hours} every day</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours} todos los días</translation>
        </message>
        <message>
            <source>Monday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>lunes</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>martes</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>miércoles</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>jueves</translation>
        </message>
        <message>
            <source>Friday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>viernes</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>sábado</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>domingo</translation>
        </message>
        <message>
            <source>{hours}, {days}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours}, {days}</translation>
        </message>
        <message>
            <source>{name} wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} quiere comparar códigos contigo</translation>
        </message>
        <message>
            <source>{name} wants to add you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} quiere añadirte</translation>
        </message>
        <message>
            <source>You and {name} have compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} y tú habéis comparado códigos</translation>
        </message>
        <message>
            <source>You and {name} compare codes another time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} y tú comparáis códigos en otro momento</translation>
        </message>
        <message>
            <source>{name} is one of your own computers now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} es ahora uno de tus propios ordenadores</translation>
        </message>
        <message>
            <source>You and {name} are friends now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} y tú ya sois amigos</translation>
        </message>
        <message>
            <source>It did not work with {name}: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No ha funcionado con {name}: inténtalo otra vez.</translation>
        </message>
        <message>
            <source>People nearby can't find you any more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La gente cercana ya no puede encontrarte</translation>
        </message>
        <message>
            <source>People nearby can find you for {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La gente cercana puede encontrarte durante {time}</translation>
        </message>
        <message>
            <source>Too many attempts came in, as if someone were in between. Nobody was added. Wait ten minutes, then try again face to face, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Han llegado demasiados intentos, como si hubiera alguien en medio. No se ha añadido a nadie. Espera diez minutos e inténtalo otra vez cara a cara, o usa un enlace de invitación.</translation>
        </message>
        <message>
            <source>{name} is still typing yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} todavía está escribiendo el tuyo</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esperando a que {name} acepte…</translation>
        </message>
        <message>
            <source>Waiting for {name} to pick you…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esperando a que {name} te elija…</translation>
        </message>
        <message>
            <source>That doesn't fit. Ask {name} to read it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No coincide. Pide a {name} que lo lea otra vez.</translation>
        </message>
        <message numerus="yes">
            <source>%n tries left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>queda %Ln intento</numerusform>
                <numerusform>quedan %Ln intentos</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Este es el último intento</translation>
        </message>
        <message>
            <source>{name} does this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} lo hará más tarde</translation>
        </message>
        <message>
            <source>{name} has typed yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ha escrito el tuyo</translation>
        </message>
        <message>
            <source>Can't reach {name}: check that both of you are on the same network and that no firewall is in the way, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No se puede conectar con {name}: comprobad que los dos estáis en la misma red y que no lo impide un cortafuegos, y probad otra vez.</translation>
        </message>
        <message>
            <source>{name} is there, but not ready: ask them to open “Add a friend”, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} está, pero no lo tiene listo: pídele que abra «Añadir un amigo» y prueba otra vez.</translation>
        </message>
        <message>
            <source>The connection to {name} was lost: stay on the same network and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Se perdió la conexión con {name}: seguid en la misma red y probad otra vez.</translation>
        </message>
        <message>
            <source>{name} did not answer in time: try again when both of you are ready.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} no respondió a tiempo: probad otra vez cuando los dos estéis listos.</translation>
        </message>
        <message>
            <source>{name}'s Byhand did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>El Byhand de {name} no respetó las reglas y se cerró la conexión: comprobad que los dos tenéis el Byhand más nuevo y probad otra vez.</translation>
        </message>
        <message>
            <source>{name} is this computer itself: pick somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} es este mismo ordenador: elige a otra persona.</translation>
        </message>
        <message>
            <source>Stop. Someone may be in between you two. Nothing was sent. Try again side by side, or on another network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alto. Puede que haya alguien en medio de vosotros dos. No se ha enviado nada. Intentadlo otra vez uno al lado del otro, o en otra red.</translation>
        </message>
        <message>
            <source>{name} said no, or closed the window: ask them, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} dijo que no o cerró la ventana: pregúntale y prueba otra vez.</translation>
        </message>
        <message>
            <source>Too many attempts in a short time: wait ten minutes, then try again, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Demasiados intentos en poco tiempo: espera diez minutos y prueba otra vez, o usa un enlace de invitación.</translation>
        </message>
        <message>
            <source>Stop. One of {name}'s keys belongs to another friend of yours. Nothing was sent: don't trust it, and ask that friend in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Alto. Una de las claves de {name} es de otro amigo tuyo. No se ha enviado nada: no te fíes y pregunta a ese amigo en persona.</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln byte</numerusform>
                <numerusform>%Ln bytes</numerusform>
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
            <translation>calculando…</translation>
        </message>
        <message numerus="yes">
            <source>%n s left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>queda %Ln s</numerusform>
                <numerusform>quedan %Ln s</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>queda %Ln min</numerusform>
                <numerusform>quedan %Ln min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n h left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>queda %Ln h aprox.</numerusform>
                <numerusform>quedan %Ln h aprox.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>queda %Ln día aprox.</numerusform>
                <numerusform>quedan %Ln días aprox.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln archivo</numerusform>
                <numerusform>%Ln archivos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln nuevo</numerusform>
                <numerusform>%Ln nuevos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln idéntico</numerusform>
                <numerusform>%Ln idénticos</numerusform>
            </translation>
        </message>
        <message>
            <source>It is a program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Es un programa</translation>
        </message>
        <message numerus="yes">
            <source>%n program(s) among them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln programa entre ellos</numerusform>
                <numerusform>%Ln programas entre ellos</numerusform>
            </translation>
        </message>
        <message>
            <source>program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>programa</translation>
        </message>
        <message>
            <source>acts by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>actúa por sí solo</translation>
        </message>
        <message>
            <source>hidden</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>oculto</translation>
        </message>
        <message>
            <source>Very many files and folders: saving them takes long</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Muchísimos archivos y carpetas: guardarlos lleva tiempo</translation>
        </message>
        <message>
            <source>{bytes} of {total}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{bytes} de {total}</translation>
        </message>
        <message>
            <source>{whole}.{tenth}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{whole},{tenth}</translation>
        </message>
        <message>
            <source>“{title}” did not arrive here. Please send it to me again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{title}» no ha llegado aquí. Por favor, envíamelo otra vez.</translation>
        </message>
        <message>
            <source>Please update Byhand: yours is too old to receive “{title}” from me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Por favor, actualiza Byhand: el tuyo es demasiado antiguo para recibir «{title}» de mí.</translation>
        </message>
        <message>
            <source>I can't use your Byhand invitation. Please make a new one and send it to me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No puedo usar tu invitación de Byhand. Por favor, crea otra y envíamela.</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Bloqueado</translation>
        </message>
        <message>
            <source>Identity has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad ha cambiado</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>¿Quién es?</translation>
        </message>
        <message>
            <source>Used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Usado en dos ordenadores</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Sin verificar todavía</translation>
        </message>
        <message>
            <source>On this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En esta red</translation>
        </message>
        <message>
            <source>Over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Por internet</translation>
        </message>
        <message>
            <source>Online, but can't be reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>En línea, pero no se puede conectar</translation>
        </message>
        <message>
            <source>Not seen yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Todavía no visto</translation>
        </message>
        <message>
            <source>Last seen just now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visto ahora mismo</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n min ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Visto hace %Ln min</numerusform>
                <numerusform>Visto hace %Ln min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n h ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Visto hace %Ln h</numerusform>
                <numerusform>Visto hace %Ln h</numerusform>
            </translation>
        </message>
        <message>
            <source>Last seen yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Visto ayer</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n day(s) ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Visto hace %Ln día</numerusform>
                <numerusform>Visto hace %Ln días</numerusform>
            </translation>
        </message>
        <message>
            <source>Held until you say who {name} is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Retenido hasta que digas quién es {name}</translation>
        </message>
        <message>
            <source>{name}'s identity has changed — nothing is sent until you pair again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>La identidad de {name} ha cambiado: no se envía nada hasta que os emparejéis otra vez</translation>
        </message>
        <message>
            <source>{name} is online but can't be reached. A firewall may be in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} está en línea, pero no se puede conectar. Puede que lo impida un cortafuegos</translation>
        </message>
        <message numerus="yes">
            <source>Counting files… %n so far</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Contando archivos… %Ln hasta ahora</numerusform>
                <numerusform>Contando archivos… %Ln hasta ahora</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting %n file(s) takes a while</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Contar %Ln archivo lleva un rato</numerusform>
                <numerusform>Contar %Ln archivos lleva un rato</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is offline — starts by itself when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} está sin conexión: empezará automáticamente cuando vuelva</translation>
        </message>
        <message>
            <source>{name} decides later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} decide más tarde</translation>
        </message>
        <message>
            <source>Waiting for {name} to accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Esperando a que {name} acepte</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Decides más tarde</translation>
        </message>
        <message>
            <source>{name} waits for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} espera tu respuesta</translation>
        </message>
        <message numerus="yes">
            <source>No data for %n s — still trying</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Sin datos desde hace %Ln s: sigue intentándolo</numerusform>
                <numerusform>Sin datos desde hace %Ln s: sigue intentándolo</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} de %Ln archivo</numerusform>
                <numerusform>{done} de %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>Making room for it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Haciéndole sitio</translation>
        </message>
        <message>
            <source>Checking that every byte arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Comprobando que ha llegado cada byte</translation>
        </message>
        <message>
            <source>Saved in {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Guardado en {folder}</translation>
        </message>
        <message>
            <source>Text received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Texto recibido</translation>
        </message>
        <message>
            <source>accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>aceptado automáticamente</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s) arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>ha llegado {done} de %Ln archivo</numerusform>
                <numerusform>han llegado {done} de %Ln archivos</numerusform>
            </translation>
        </message>
        <message>
            <source>did not</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>no</translation>
        </message>
        <message>
            <source>{name} went offline before you answered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} se desconectó antes de que respondieras</translation>
        </message>
        <message>
            <source>You declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo rechazaste</translation>
        </message>
        <message>
            <source>{name} declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} lo rechazó</translation>
        </message>
        <message>
            <source>You took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo retiraste</translation>
        </message>
        <message>
            <source>{name} took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} lo retiró</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Lo cancelaste</translation>
        </message>
        <message>
            <source>{name} cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} lo canceló</translation>
        </message>
        <message>
            <source>Nobody answered in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Nadie respondió a tiempo</translation>
        </message>
        <message>
            <source>You did not answer in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>No respondiste a tiempo</translation>
        </message>
    </context>
</TS>
