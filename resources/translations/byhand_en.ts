<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AddFriend</name>
        <message numerus="yes">
            <source>and %n more: search by name</source>
            <translation>
                <numerusform>and %Ln more: search by name</numerusform>
                <numerusform>and %Ln more: search by name</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message numerus="yes">
            <source>Byhand keeps running: %n transfer(s) under way</source>
            <translation>
                <numerusform>Byhand keeps running: %Ln transfer under way</numerusform>
                <numerusform>Byhand keeps running: %Ln transfers under way</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DragOut</name>
        <message numerus="yes">
            <source>{name} and %n more</source>
            <translation>
                <numerusform>{name} and %Ln more</numerusform>
                <numerusform>{name} and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message numerus="yes">
            <source>Leave %n file(s) out</source>
            <translation>
                <numerusform>Leave %Ln file out</numerusform>
                <numerusform>Leave %Ln files out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FriendList</name>
        <message numerus="yes">
            <source>%n online</source>
            <translation>
                <numerusform>%Ln online</numerusform>
                <numerusform>%Ln online</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln waiting</numerusform>
                <numerusform>%Ln waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Drop to send to %n friend(s)</source>
            <translation>
                <numerusform>Drop to send to %Ln friend</numerusform>
                <numerusform>Drop to send to %Ln friends</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FriendMenu</name>
        <message numerus="yes">
            <source>Send to %n friend(s)…</source>
            <translation>
                <numerusform>Send to %Ln friend…</numerusform>
                <numerusform>Send to %Ln friends…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FriendPicker</name>
        <message numerus="yes">
            <source>Send to %n friend(s)</source>
            <translation>
                <numerusform>Send to %Ln friend</numerusform>
                <numerusform>Send to %Ln friends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n item(s) to</source>
            <translation>
                <numerusform>Send %Ln item to</numerusform>
                <numerusform>Send %Ln items to</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message numerus="yes">
            <source>%n running</source>
            <translation>
                <numerusform>%Ln running</numerusform>
                <numerusform>%Ln running</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paused</source>
            <translation>
                <numerusform>%Ln paused</numerusform>
                <numerusform>%Ln paused</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on to others</source>
            <translation>
                <numerusform>%Ln passed on to others</numerusform>
                <numerusform>%Ln passed on to others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for your answer</source>
            <translation>
                <numerusform>%Ln waiting for your answer</numerusform>
                <numerusform>%Ln waiting for your answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln waiting</numerusform>
                <numerusform>%Ln waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message numerus="yes">
            <source>%n transfer(s)</source>
            <translation>
                <numerusform>%Ln transfer</numerusform>
                <numerusform>%Ln transfers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) found</source>
            <translation>
                <numerusform>%Ln transfer found</numerusform>
                <numerusform>%Ln transfers found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translation>
                <numerusform>{done} of %Ln file</numerusform>
                <numerusform>{done} of %Ln files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message numerus="yes">
            <source>Become {name} with %n friend(s)?</source>
            <translation>
                <numerusform>Become {name} with %Ln friend?</numerusform>
                <numerusform>Become {name} with %Ln friends?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message numerus="yes">
            <source>Sending to %n friend(s)</source>
            <translation>
                <numerusform>Sending to %Ln friend</numerusform>
                <numerusform>Sending to %Ln friends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s) chosen</source>
            <translation>
                <numerusform>%Ln friend chosen</numerusform>
                <numerusform>%Ln friends chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message numerus="yes">
            <source>Byhand closed unexpectedly. %n transfer(s) continue now</source>
            <translation>
                <numerusform>Byhand closed unexpectedly. %Ln transfer continue now</numerusform>
                <numerusform>Byhand closed unexpectedly. %Ln transfers continue now</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message numerus="yes">
            <source>{name} wants to send you %n file(s)</source>
            <translation>
                <numerusform>{name} wants to send you %Ln file</numerusform>
                <numerusform>{name} wants to send you %Ln files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name} is sending you %n file(s) — accepted by itself</source>
            <translation>
                <numerusform>{name} is sending you %Ln file — accepted by itself</numerusform>
                <numerusform>{name} is sending you %Ln files — accepted by itself</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>counting… %n file(s)</source>
            <translation>
                <numerusform>counting… %Ln file</numerusform>
                <numerusform>counting… %Ln files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message numerus="yes">
            <source>{count} of %n file(s) chosen</source>
            <translation>
                <numerusform>{count} of %Ln file chosen</numerusform>
                <numerusform>{count} of %Ln files chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>wants to send you %n file(s) ({size})</source>
            <translation>
                <numerusform>wants to send you %Ln file ({size})</numerusform>
                <numerusform>wants to send you %Ln files ({size})</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TransferList</name>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}, or until you quit</source>
            <translation>
                <numerusform>Passing it on to %Ln other until {time}, or until you quit</numerusform>
                <numerusform>Passing it on to %Ln others until {time}, or until you quit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Try the %n file(s) again</source>
            <translation>
                <numerusform>Try the %Ln file again</numerusform>
                <numerusform>Try the %Ln files again</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>Quit (%n transfer(s) continue next time)</source>
            <translation>
                <numerusform>Quit (%Ln transfer continue next time)</numerusform>
                <numerusform>Quit (%Ln transfers continue next time)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)…</source>
            <translation>
                <numerusform>%Ln more request…</numerusform>
                <numerusform>%Ln more requests…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s)</source>
            <translation>
                <numerusform>%Ln request</numerusform>
                <numerusform>%Ln requests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message numerus="yes">
            <source>%n file(s) checked</source>
            <translation>
                <numerusform>%Ln file checked</numerusform>
                <numerusform>%Ln files checked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%Ln missing</numerusform>
                <numerusform>%Ln missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%Ln changed</numerusform>
                <numerusform>%Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they arrived</source>
            <translation>
                <numerusform>All %Ln files are as they arrived</numerusform>
                <numerusform>All %Ln files are as they arrived</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they were sent</source>
            <translation>
                <numerusform>All %Ln files are as they were sent</numerusform>
                <numerusform>All %Ln files are as they were sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{missing}, %n changed</source>
            <translation>
                <numerusform>{missing}, %Ln changed</numerusform>
                <numerusform>{missing}, %Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files have changed</source>
            <translation>
                <numerusform>%Ln files have changed</numerusform>
                <numerusform>%Ln files have changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files are missing</source>
            <translation>
                <numerusform>%Ln files are missing</numerusform>
                <numerusform>%Ln files are missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other computer(s) heard here.</source>
            <translation>
                <numerusform>%Ln other computer heard here.</numerusform>
                <numerusform>%Ln other computers heard here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translation>
                <numerusform>%Ln problem found</numerusform>
                <numerusform>%Ln problems found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friends fit “{name}”: use the first 8 or more digits of the id instead.</source>
            <translation>
                <numerusform>%Ln friends fit “{name}”: use the first 8 or more digits of the id instead.</numerusform>
                <numerusform>%Ln friends fit “{name}”: use the first 8 or more digits of the id instead.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Also offered to %n other(s). Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</source>
            <translation>
                <numerusform>Also offered to %Ln other. Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</numerusform>
                <numerusform>Also offered to %Ln others. Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>from {name} and %n other(s)</source>
            <translation>
                <numerusform>from {name} and %Ln other</numerusform>
                <numerusform>from {name} and %Ln others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}</source>
            <translation>
                <numerusform>Passing it on to %Ln other until {time}</numerusform>
                <numerusform>Passing it on to %Ln others until {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s): {has} of {all}</source>
            <translation>
                <numerusform>%Ln friend: {has} of {all}</numerusform>
                <numerusform>%Ln friends: {has} of {all}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{size} from %n other(s)</source>
            <translation>
                <numerusform>{size} from %Ln other</numerusform>
                <numerusform>{size} from %Ln others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Up to %n large transfer(s) to one friend at once</source>
            <translation>
                <numerusform>Up to %Ln large transfer to one friend at once</numerusform>
                <numerusform>Up to %Ln large transfers to one friend at once</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tries left</source>
            <translation>
                <numerusform>%Ln tries left</numerusform>
                <numerusform>%Ln tries left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%Ln byte</numerusform>
                <numerusform>%Ln bytes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n</source>
            <comment>a number in figures</comment>
            <translation>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n s left</source>
            <translation>
                <numerusform>%Ln s left</numerusform>
                <numerusform>%Ln s left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translation>
                <numerusform>%Ln min left</numerusform>
                <numerusform>%Ln min left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n h left</source>
            <translation>
                <numerusform>about %Ln h left</numerusform>
                <numerusform>about %Ln h left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translation>
                <numerusform>about %Ln day left</numerusform>
                <numerusform>about %Ln days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%Ln file</numerusform>
                <numerusform>%Ln files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%Ln new</numerusform>
                <numerusform>%Ln new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identical</source>
            <translation>
                <numerusform>%Ln identical</numerusform>
                <numerusform>%Ln identical</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n program(s) among them</source>
            <translation>
                <numerusform>%Ln program among them</numerusform>
                <numerusform>%Ln programs among them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n min ago</source>
            <translation>
                <numerusform>Last seen %Ln min ago</numerusform>
                <numerusform>Last seen %Ln min ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n h ago</source>
            <translation>
                <numerusform>Last seen %Ln h ago</numerusform>
                <numerusform>Last seen %Ln h ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n day(s) ago</source>
            <translation>
                <numerusform>Last seen %Ln day ago</numerusform>
                <numerusform>Last seen %Ln days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting files… %n so far</source>
            <translation>
                <numerusform>Counting files… %Ln so far</numerusform>
                <numerusform>Counting files… %Ln so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting %n file(s) takes a while</source>
            <translation>
                <numerusform>Counting %Ln file takes a while</numerusform>
                <numerusform>Counting %Ln files takes a while</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No data for %n s — still trying</source>
            <translation>
                <numerusform>No data for %Ln s — still trying</numerusform>
                <numerusform>No data for %Ln s — still trying</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translation>
                <numerusform>{done} of %Ln file</numerusform>
                <numerusform>{done} of %Ln files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s) arrived</source>
            <translation>
                <numerusform>{done} of %Ln file arrived</numerusform>
                <numerusform>{done} of %Ln files arrived</numerusform>
            </translation>
        </message>
    </context>
</TS>
