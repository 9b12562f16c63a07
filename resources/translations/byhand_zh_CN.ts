<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AddFriend</name>
        <message>
            <source>Add a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加好友</translation>
        </message>
        <message>
            <source>How to add them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加方式</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人</translation>
        </message>
        <message>
            <source>Invite link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>邀请链接</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Find by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>按名字查找</translation>
        </message>
        <message>
            <source>Find somebody nearby by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>按名字查找附近的人</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>检查连接…</translation>
        </message>
        <message numerus="yes">
            <source>and %n more: search by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>还有 %Ln 位：请按名字查找</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <source>They need Byhand open on the same network, with “Add a friend” open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方需要在同一网络中打开 Byhand，并打开“添加好友”。</translation>
        </message>
        <message>
            <source>Nobody nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近没有人</translation>
        </message>
        <message>
            <source>This is my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是我自己的电脑</translation>
        </message>
        <message>
            <source>Look again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新查找</translation>
        </message>
        <message>
            <source>How long the link works</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>链接的有效时间</translation>
        </message>
        <message>
            <source>The invitation as a QR code</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>邀请的二维码</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制</translation>
        </message>
        <message>
            <source>Make a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新生成</translation>
        </message>
        <message>
            <source>Also reachable at…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还可以通过此地址连接…</translation>
        </message>
        <message>
            <source>Use</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>使用</translation>
        </message>
        <message>
            <source>There is no invitation yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还没有邀请</translation>
        </message>
        <message>
            <source>Waiting for someone to use this link…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在等待有人使用此链接…</translation>
        </message>
        <message>
            <source>{name} used your link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 使用了你的链接</translation>
        </message>
        <message>
            <source>{name} used an earlier link of yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 使用了你之前的链接</translation>
        </message>
        <message>
            <source>This invitation has expired</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请已过期</translation>
        </message>
        <message>
            <source>Making an invitation…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在生成邀请…</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Your invitation link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的邀请链接</translation>
        </message>
        <message>
            <source>HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>主机或主机:端口</translation>
        </message>
        <message>
            <source>A further address where you can be reached, HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>可以连接到你的其他地址：主机或主机:端口</translation>
        </message>
        <message>
            <source>Make a link with this address</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>用此地址生成链接</translation>
        </message>
        <message>
            <source>Send this link, or let them scan the code. It works once.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>把这个链接发给对方，或让对方扫描二维码。只能使用一次。</translation>
        </message>
        <message>
            <source>Invite someone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>邀请别人</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 小时</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>24 小时</translation>
        </message>
        <message>
            <source>7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>7 天</translation>
        </message>
        <message>
            <source>The link you were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你收到的链接</translation>
        </message>
        <message>
            <source>Add whoever sent the link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加发送链接的人</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>索取新的邀请</translation>
        </message>
        <message>
            <source>Copies what you can write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制可以发给对方的文字</translation>
        </message>
        <message>
            <source>Paste the link you were sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>粘贴你收到的链接。</translation>
        </message>
        <message>
            <source>Got an invitation?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>收到邀请了？</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在连接…</translation>
        </message>
        <message>
            <source>{name} is your friend now. Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 现在是你的好友了。尚未验证，你们可以随时核对验证码</translation>
        </message>
        <message>
            <source>Copied — paste it where you write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制，请粘贴到你们聊天的地方</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Why?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>为什么？</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>设置</translation>
        </message>
        <message>
            <source>You're offline — continues when you're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你处于离线状态，恢复后会继续</translation>
        </message>
        <message>
            <source>Can't look for people nearby (the network blocks it). Friends still work</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法查找附近的人（被网络阻止）。好友之间仍可正常使用</translation>
        </message>
        <message>
            <source>Another program uses our port — using {port} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>另一个程序占用了我们的端口，现改用 {port}</translation>
        </message>
    </context>
    <context>
        <name>ChoiceButton</name>
        <message>
            <source>{name}: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}：{choice}</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>Byhand keeps running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand 仍在托盘中运行</translation>
        </message>
        <message numerus="yes">
            <source>Byhand keeps running: %n transfer(s) under way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand 仍在运行：%Ln 个传输正在进行</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开</translation>
        </message>
        <message>
            <source>Quit instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>改为退出</translation>
        </message>
    </context>
    <context>
        <name>ConnectionCheck</name>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Copy command</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制命令</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开设置</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重试</translation>
        </message>
        <message>
            <source>{verb}: {step}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{verb}：{step}</translation>
        </message>
        <message>
            <source>Check connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>检查连接</translation>
        </message>
        <message>
            <source>Check the connection with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>检查与 {name} 的连接</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>再次检查</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>详细信息</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件</translation>
        </message>
        <message>
            <source>Technical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>技术信息</translation>
        </message>
        <message>
            <source>Group</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>群组</translation>
        </message>
        <message>
            <source>Close details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭详细信息</translation>
        </message>
    </context>
    <context>
        <name>DragOut</name>
        <message numerus="yes">
            <source>{name} and %n more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} 和另外 %Ln 个</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Choose files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Drop, then choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>松开，然后选择好友</translation>
        </message>
        <message>
            <source>Drop files or folders here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>把文件或文件夹拖到这里</translation>
        </message>
        <message>
            <source>or straight onto a friend on the left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>或直接拖到列表中的好友上</translation>
        </message>
        <message>
            <source>They go straight from your computer to your friend's, encrypted.
Nothing is stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件经过加密，直接从你的电脑传到好友的电脑。
中途不会存放在任何地方。</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人</translation>
        </message>
        <message>
            <source>Invite by link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>用链接邀请</translation>
        </message>
        <message>
            <source>Find each other in one room, or send them an invitation link.
Then drop files on their name: they go straight to their computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在同一个房间里找到彼此，或者发送邀请链接。
然后把文件拖到对方的名字上：文件会直接传到对方的电脑。</translation>
        </message>
        <message>
            <source>Add your first friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加你的第一位好友</translation>
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
            <translation>名称</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>大小</translation>
        </message>
        <message>
            <source>State</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>状态</translation>
        </message>
        <message>
            <source>Progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>进度</translation>
        </message>
        <message>
            <source>saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已保存为 {name}</translation>
        </message>
        <message>
            <source>Find a file</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查找文件</translation>
        </message>
        <message>
            <source>Only problems</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>仅显示问题</translation>
        </message>
        <message>
            <source>The files are being counted.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在统计文件。</translation>
        </message>
        <message>
            <source>No file called “{text}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有名为“{text}”的文件。</translation>
        </message>
        <message>
            <source>No problems.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有问题。</translation>
        </message>
        <message>
            <source>The list of files was not kept, as nothing came of it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有保留文件列表，因为传输没有成功。</translation>
        </message>
        <message>
            <source>The files are not known yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还不知道有哪些文件。</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件</translation>
        </message>
        <message>
            <source>Leave this file out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不要此文件</translation>
        </message>
        <message numerus="yes">
            <source>Leave %n file(s) out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>不要 %Ln 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Try again what failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重试失败的文件</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此桌面不允许 Byhand 在登录时启动。</translation>
        </message>
        <message>
            <source>Welcome to Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>欢迎使用 Byhand</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人可在 10 分钟内看到我</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>登录时启动</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>开始</translation>
        </message>
        <message>
            <source>Files go straight from your computer to your friend's, encrypted.
No account, nothing stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件经过加密，直接从你的电脑传到好友的电脑。
无需账号，中途不会存放在任何地方。</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的名字</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这台电脑</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件保存到</translation>
        </message>
        <message>
            <source>The firewall may ask once — allow private networks.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>防火墙可能会询问一次，请允许专用网络。</translation>
        </message>
    </context>
    <context>
        <name>FriendList</name>
        <message>
            <source>{name} ({computer})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}（{computer}）</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加</translation>
        </message>
        <message>
            <source>Not a friend yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还不是好友</translation>
        </message>
        <message>
            <source>My computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>我的电脑</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友</translation>
        </message>
        <message>
            <source>No friend called “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有叫“{name}”的好友。</translation>
        </message>
        <message>
            <source>Nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近</translation>
        </message>
        <message>
            <source>Nobody nearby. They need “Add a friend” open in Byhand, on the same network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近没有人。对方需要在同一网络中打开 Byhand 的“添加好友”。</translation>
        </message>
        <message numerus="yes">
            <source>%n online</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 位在线</numerusform>
            </translation>
        </message>
        <message>
            <source>verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已验证</translation>
        </message>
        <message>
            <source>my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>我自己的电脑</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个等待中</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, nearby, not a friend yet, press Enter to add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}，在附近，还不是好友，按回车键添加</translation>
        </message>
        <message>
            <source>{name} at {computer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{computer} 上的 {name}</translation>
        </message>
        <message>
            <source>Make sure that this is who you mean.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请确认这就是你要找的人。</translation>
        </message>
        <message>
            <source>Add {name} first — press Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请先用添加按钮添加 {name}</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them to send files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已屏蔽 {name}：取消屏蔽后才能发送文件</translation>
        </message>
        <message>
            <source>Nothing is sent to {name} until you say who that is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在你说明 {name} 是谁之前，不会向其发送任何内容</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多：{name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多</translation>
        </message>
        <message numerus="yes">
            <source>Drop to send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>松开以发送给 %Ln 位好友</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop to send</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>松开即可发送</translation>
        </message>
        <message>
            <source>Drop to send when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>松开后，等对方上线就发送</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未验证</translation>
        </message>
        <message>
            <source>{computer} not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{computer} 尚未验证</translation>
        </message>
        <message>
            <source>Looks like another name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与另一个名字很像</translation>
        </message>
    </context>
    <context>
        <name>FriendMenu</name>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重命名…</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>发送给 %Ln 位好友…</numerusform>
            </translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发送文件…</translation>
        </message>
        <message>
            <source>When {name} sends files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 发送文件时…</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>限制速度…</translation>
        </message>
        <message>
            <source>Add address…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加地址…</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>检查连接…</translation>
        </message>
        <message>
            <source>Identity has changed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>身份已更改…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是谁…</translation>
        </message>
        <message>
            <source>Used on two computers…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在两台电脑上使用…</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码…</translation>
        </message>
        <message>
            <source>Introduce to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>介绍给…</translation>
        </message>
        <message>
            <source>This is somebody else's computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是别人的电脑</translation>
        </message>
        <message>
            <source>This is my computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是我的电脑</translation>
        </message>
        <message>
            <source>Another computer of…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>是谁的另一台电脑…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消屏蔽</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Remove this computer…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>移除这台电脑…</translation>
        </message>
        <message>
            <source>{name} is not there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 不在线</translation>
        </message>
    </context>
    <context>
        <name>FriendNotice</name>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>以后再说</translation>
        </message>
        <message>
            <source>{name} came by a name you know. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 用了你认识的名字。在你说明这是谁之前，不会发送任何内容。</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你还没有和 {name} 核对验证码。</translation>
        </message>
        <message>
            <source>The identity of {name} is used on two computers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的身份正在两台电脑上使用。</translation>
        </message>
        <message>
            <source>The identity of {name} has changed. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的身份已更改。在你说明这是谁之前，不会发送任何内容。</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码…</translation>
        </message>
        <message>
            <source>Look into it…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查看…</translation>
        </message>
    </context>
    <context>
        <name>FriendPicker</name>
        <message>
            <source>Choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>选择好友</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查找好友</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>发送给 %Ln 位好友</numerusform>
            </translation>
        </message>
        <message>
            <source>Send the picture to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>将图片发送给</translation>
        </message>
        <message>
            <source>Send the text to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>将文本发送给</translation>
        </message>
        <message numerus="yes">
            <source>Send %n item(s) to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>将 %Ln 项发送给</numerusform>
            </translation>
        </message>
        <message>
            <source>They pass it on to each other</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>他们互相传递</translation>
        </message>
        <message>
            <source>They pass it on to each other: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>他们互相传递：{choice}</translation>
        </message>
        <message>
            <source>Send to which of {name}'s computers?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发送到 {name} 的哪台电脑？</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接收者</translation>
        </message>
        <message>
            <source>Has</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已有</translation>
        </message>
        <message>
            <source>Gave you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>给了你</translation>
        </message>
        <message>
            <source>Got from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从你得到</translation>
        </message>
        <message>
            <source>Stop</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>停止传递</translation>
        </message>
        <message>
            <source>Those who receive it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接收者</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>全部</translation>
        </message>
        <message>
            <source>Active</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>历史记录</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>传输</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>全部暂停</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>全部继续</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个进行中</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paused</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个已暂停</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个正在传给其他人</numerusform>
            </translation>
        </message>
        <message>
            <source>{speed} up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>上传 {speed}</translation>
        </message>
        <message>
            <source>{speed} down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>下载 {speed}</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个等待你答复</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个等待中</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有正在传输的内容</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Fetch again what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新获取缺少的内容</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Show text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示文本</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新发送请求</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>再次检查</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从列表中移除</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}：{title}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多</translation>
        </message>
        <message>
            <source>Time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>时间</translation>
        </message>
        <message>
            <source>Direction</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>方向</translation>
        </message>
        <message>
            <source>Name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名称</translation>
        </message>
        <message>
            <source>Person</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>大小</translation>
        </message>
        <message>
            <source>Result</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>结果</translation>
        </message>
        <message>
            <source>Actions</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>操作</translation>
        </message>
        <message>
            <source>Not read yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未读取</translation>
        </message>
        <message>
            <source>Back to transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>返回传输列表</translation>
        </message>
        <message>
            <source>Clear…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>清空…</translation>
        </message>
        <message>
            <source>Find in history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在历史记录中查找</translation>
        </message>
        <message>
            <source>Show everything again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新显示全部</translation>
        </message>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>全部</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已接收</translation>
        </message>
        <message>
            <source>Anyone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>任何时间</translation>
        </message>
        <message>
            <source>Find…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查找…</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>历史记录</translation>
        </message>
        <message>
            <source>Today</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>今天</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>最近 7 天</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>最近 30 天</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>最近 12 个月</translation>
        </message>
        <message>
            <source>{name} is asked for what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在向 {name} 索取缺少的内容</translation>
        </message>
        <message>
            <source>Offered to {name} again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已再次发给 {name}</translation>
        </message>
        <message>
            <source>Show transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示传输</translation>
        </message>
        <message>
            <source>Clear the list?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>清空列表？</translation>
        </message>
        <message>
            <source>Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件仍留在原处。</translation>
        </message>
        <message>
            <source>Clear</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>清空</translation>
        </message>
        <message>
            <source>Nothing yet. Everything you send and receive is listed here, only on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还没有内容。你发送和接收的一切都会列在这里，且只在这台电脑上。</translation>
        </message>
        <message>
            <source>Nothing called “{text}” was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有发送或接收过名为“{text}”的内容</translation>
        </message>
        <message>
            <source>Nothing like that was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有发送或接收过这样的内容</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个传输</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>找到 %Ln 个传输</numerusform>
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
            <translation>来自 {name}</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发给 {name}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>昨天</translation>
        </message>
        <message>
            <source>Moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已移动或删除</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已到达</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} 个文件，共 %Ln 个</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Save a copy of your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存你的身份副本</translation>
        </message>
        <message>
            <source>Take over an identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接管身份</translation>
        </message>
        <message>
            <source>Your identity is saved in {file}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的身份已保存到 {file}。</translation>
        </message>
        <message>
            <source>A passphrase for the copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>副本的密码短语</translation>
        </message>
        <message>
            <source>Whoever has the file and the passphrase is you to all your friends. Keep both safe and apart; the passphrase cannot be looked up anywhere. Several words that do not belong together are a good one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>谁拥有这个文件和密码短语，谁就会被你的所有好友当成你。请把两者分开妥善保管；密码短语无处可查。用几个互不相关的词比较好。</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存</translation>
        </message>
        <message>
            <source>The passphrase of this copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此副本的密码短语</translation>
        </message>
        <message>
            <source>The one that was chosen when {file} was saved.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存 {file} 时所选的那个。</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开</translation>
        </message>
        <message numerus="yes">
            <source>Become {name} with %n friend(s)?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>成为 {name}，连同 %Ln 位好友？</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer takes over the identity of {name} at {computer}, in place of the one it has now. Do not use it on {computer} any more: friends would be warned of two computers with one identity.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这台电脑将接管 {computer} 上 {name} 的身份，取代现有的身份。请不要再在 {computer} 上使用它：否则好友会收到警告，说有两台电脑使用同一身份。</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接管</translation>
        </message>
        <message>
            <source>The identity of {name} has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的身份已更改</translation>
        </message>
        <message>
            <source>Nothing is sent until you have paired with them again and compared codes.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在重新配对并核对验证码之前，不会发送任何内容。</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新配对…</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽</translation>
        </message>
        <message>
            <source>What do you call {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你怎么称呼 {name}？</translation>
        </message>
        <message>
            <source>A name that none of your friends has.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的好友都没有用过的名字。</translation>
        </message>
        <message>
            <source>Call them that</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>就用这个名字</translation>
        </message>
        <message>
            <source>Forget the old {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>忘掉原来的 {name}？</translation>
        </message>
        <message>
            <source>What waits for the old computer goes off the list. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>等待旧电脑的内容将从列表中移除。你已有的文件仍留在原处。</translation>
        </message>
        <message>
            <source>Replace the old one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>替换原来的</translation>
        </message>
        <message>
            <source>{name} is used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 正在两台电脑上使用</translation>
        </message>
        <message>
            <source>The identity came from one computer, and now from another one. Either it has moved there, or somebody has a copy of it. Ask {name}; until then every file is asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这个身份先来自一台电脑，现在又来自另一台。要么它已迁移过去，要么有人得到了副本。请问问 {name}；在此之前每个文件都会先询问你。</translation>
        </message>
        <message>
            <source>It has moved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已经迁移</translation>
        </message>
        <message>
            <source>You have blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已屏蔽 {name}</translation>
        </message>
        <message>
            <source>Nothing comes from them, and nothing can be sent to them.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不会收到来自那里的任何内容，也无法向那里发送。</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消屏蔽</translation>
        </message>
        <message>
            <source>The friend you know</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你认识的好友</translation>
        </message>
        <message>
            <source>The newcomer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>新来的人</translation>
        </message>
        <message>
            <source>They may have a new computer — or it is someone else. Nothing is sent to either of them until you say who is who.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>可能是换了新电脑，也可能是别人。在你说明谁是谁之前，不会向任何一方发送内容。</translation>
        </message>
        <message>
            <source>Who is {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 是谁？</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>以后再决定</translation>
        </message>
        <message>
            <source>Compare codes with the newcomer before you believe that this is {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在相信这是 {name} 之前，请先与新来的人核对验证码。</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码…</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>别人</translation>
        </message>
        <message>
            <source>They get a name of their own; {name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>新来的人会有自己的名字；{name} 保持不变。</translation>
        </message>
        <message>
            <source>Give a name…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取个名字…</translation>
        </message>
        <message>
            <source>Another computer of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的另一台电脑</translation>
        </message>
        <message>
            <source>Both are used from now on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从现在起两个都使用。</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>两个都保留</translation>
        </message>
        <message>
            <source>{name} on a new computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 换了新电脑</translation>
        </message>
        <message>
            <source>The old one is forgotten, with what waits for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>忘掉旧的，连同等待它的内容。</translation>
        </message>
        <message>
            <source>Replace the old one…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>替换原来的…</translation>
        </message>
        <message>
            <source>Nobody I want to hear of</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>我不想再收到其消息的人</translation>
        </message>
        <message>
            <source>{name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 保持不变。</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>移除…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽…</translation>
        </message>
        <message>
            <source>Introduced by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>由 {name} 介绍</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未验证</translation>
        </message>
        <message>
            <source>Verified on {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>验证于 {date}</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>密码短语</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>再输入一次</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>两次输入还不一致。</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请稍候…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Introduction</name>
        <message>
            <source>Introduce {name} to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>把 {name} 介绍给…</translation>
        </message>
        <message>
            <source>Introduce</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>介绍</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消</translation>
        </message>
        <message>
            <source>Both see the name you use for the other, and become friends if both agree.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>双方会看到你对另一方的称呼，双方都同意后就成为好友。</translation>
        </message>
        <message>
            <source>Nobody else is there right now. To introduce {name} to somebody, both of them must be online.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>现在没有其他人在线。要把 {name} 介绍给别人，双方都必须在线。</translation>
        </message>
        <message>
            <source>Become friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>成为好友</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>撤回</translation>
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
            <translation>选择要发送的文件</translation>
        </message>
        <message numerus="yes">
            <source>Sending to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>正在发送给 %Ln 位好友</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>已选择 %Ln 位好友</numerusform>
            </translation>
        </message>
        <message>
            <source>Make it private</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>设为私有</translation>
        </message>
    </context>
    <context>
        <name>Nameless</name>
        <message>
            <source>A friend wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有好友想与你核对验证码</translation>
        </message>
        <message>
            <source>A friend introduces somebody to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有好友向你介绍别人</translation>
        </message>
        <message>
            <source>A friend wants to send you something</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有好友想给你发送内容</translation>
        </message>
        <message>
            <source>Something is coming from a friend — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友正在发来内容，已自动接受</translation>
        </message>
        <message>
            <source>A friend declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有好友拒绝了</translation>
        </message>
        <message>
            <source>A transfer has failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有一个传输失败</translation>
        </message>
        <message>
            <source>Not all of a transfer has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有一个传输没有全部到达</translation>
        </message>
        <message>
            <source>Something from a friend has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友发来的内容已到达</translation>
        </message>
        <message>
            <source>What you sent has been delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你发送的内容已送达</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Show report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示报告</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. Nothing is lost</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand 意外关闭。没有丢失任何内容</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. One transfer continues now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand 意外关闭。现在继续 1 个传输</translation>
        </message>
        <message numerus="yes">
            <source>Byhand closed unexpectedly. %n transfer(s) continue now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand 意外关闭。现在继续 %Ln 个传输</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已屏蔽 {name}</translation>
        </message>
        <message>
            <source>Not saved. {problem}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未保存。{problem}</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭：{text}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Notification</name>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接受</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>将这些文件保存到</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Update the folder already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更新已有的文件夹</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Review…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查看…</translation>
        </message>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接受</translation>
        </message>
        <message>
            <source>Change the folder it is saved in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更改保存的文件夹</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>以后再决定</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未验证</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已验证</translation>
        </message>
        <message>
            <source>{name} wants to send you files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 想给你发送文件</translation>
        </message>
        <message>
            <source>{name} wants to send you a text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 想给你发送文本</translation>
        </message>
        <message>
            <source>{name} wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 想给你发送文件夹</translation>
        </message>
        <message numerus="yes">
            <source>{name} wants to send you %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} 想给你发送 %Ln 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is sending you a text — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 正在给你发送文本，已自动接受</translation>
        </message>
        <message>
            <source>{name} is sending you a folder — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 正在给你发送文件夹，已自动接受</translation>
        </message>
        <message numerus="yes">
            <source>{name} is sending you %n file(s) — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} 正在给你发送 %Ln 个文件，已自动接受</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>counting… %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>正在统计… %Ln 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>goes to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存到 {folder}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你以后再决定</translation>
        </message>
        <message>
            <source>“{note}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{note}”</translation>
        </message>
        <message>
            <source>Take part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>参与</translation>
        </message>
    </context>
    <context>
        <name>Pairing</name>
        <message>
            <source>{name}'s number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的数字</translation>
        </message>
        <message>
            <source>Your number: {digits}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的数字：{digits}</translation>
        </message>
        <message>
            <source>Your number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的数字</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加</translation>
        </message>
        <message>
            <source>Compare codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码</translation>
        </message>
        <message>
            <source>You read six digits to each other, in person or by phone.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你们当面或通过电话互相念六位数字。</translation>
        </message>
        <message>
            <source>They don't fit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不一致</translation>
        </message>
        <message>
            <source>Do this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>以后再做</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重试</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>完成</translation>
        </message>
        <message>
            <source>They call themselves “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方自称“{name}”，电脑为“{computer}”。</translation>
        </message>
        <message>
            <source>Read your number to {name}, and type theirs</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>把你的数字念给 {name} 听，并输入对方的数字</translation>
        </message>
        <message>
            <source>Ask in person or by phone. If both numbers fit, nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请当面或通过电话询问。如果两个数字都一致，中间就没有别人。</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与 {name} 核对验证码</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <source>A card in their window asks whether they have time for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方窗口中的卡片会询问现在是否方便。</translation>
        </message>
        <message>
            <source>In their “Add a friend” they press Add beside “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方需要在“添加好友”中，点击“{name}”旁边的添加按钮。</translation>
        </message>
        <message>
            <source>You know somebody of this name already. Say in your list of friends who is who; until then nothing is sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已经认识一个叫这个名字的人。请在好友列表中说明谁是谁；在此之前不会发送任何内容。</translation>
        </message>
        <message>
            <source>Verified: both numbers fit, so nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已验证：两个数字都一致，所以中间没有别人。</translation>
        </message>
        <message>
            <source>Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未验证，你们可以随时核对验证码</translation>
        </message>
        <message>
            <source>You and {name} have not compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你和 {name} 还没有核对验证码</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未添加 {name}</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>将这些文件保存到</translation>
        </message>
        <message>
            <source>When {name} sends files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 发送文件时</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>每次询问</translation>
        </message>
        <message>
            <source>Accept by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>自动接受</translation>
        </message>
        <message>
            <source>Up to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>最大</translation>
        </message>
        <message>
            <source>Keep executable files executable</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保留可执行文件的执行权限</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>常用文件夹</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码…</translation>
        </message>
        <message>
            <source>The usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>常用文件夹</translation>
        </message>
        <message>
            <source>Change the folder for files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更改来自 {name} 的文件的文件夹</translation>
        </message>
        <message>
            <source>Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>遇到程序时总会询问。</translation>
        </message>
        <message>
            <source>Only for friends with whom you have compared codes: until then it may be somebody else who sends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>仅限已核对验证码的好友：在此之前，发送的可能是别人。</translation>
        </message>
        <message>
            <source>Save in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存到</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>That is not a friend of yours any more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方已不是你的好友。</translation>
        </message>
        <message>
            <source>That can't be done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法完成</translation>
        </message>
        <message>
            <source>Rename {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重命名 {name}</translation>
        </message>
        <message>
            <source>Rename</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>移除 {name}？</translation>
        </message>
        <message>
            <source>You can't send each other files any more until you invite each other again. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在重新互相邀请之前，你们不能再互发文件。你已有的文件仍留在原处。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>移除</translation>
        </message>
        <message>
            <source>Block {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽 {name}？</translation>
        </message>
        <message>
            <source>What is under way with them ends, and nothing comes from them until you unblock them. They are not told.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与对方正在进行的传输会结束，在取消屏蔽之前不会收到对方的任何内容。对方不会得知。</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽</translation>
        </message>
        <message>
            <source>Another computer of whom?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>是谁的另一台电脑？</translation>
        </message>
        <message>
            <source>There is no other friend whose computer it could be.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有其他好友可能拥有这台电脑。</translation>
        </message>
        <message>
            <source>Is {name} another computer of {person}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 是 {person} 的另一台电脑吗？</translation>
        </message>
        <message>
            <source>Both are shown as {person} then, and you choose the computer when you send.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>两者将一起显示为 {person}，发送时再选择电脑。</translation>
        </message>
        <message>
            <source>Show them as one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>合并显示</translation>
        </message>
        <message>
            <source>Add an address of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>为 {name} 添加地址</translation>
        </message>
        <message>
            <source>Where their computer can be reached, as HOST or HOST:PORT. It is tried besides the addresses that are found by themselves.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>可以连接到对方电脑的地址，格式为主机或主机:端口。除自动找到的地址外，还会尝试它。</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Cancel {title}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消 {title}？</translation>
        </message>
        <message>
            <source>{amount} have been handed over already and will be dropped.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已经传输的 {amount} 将被丢弃。</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消传输</translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有正在传输的内容</translation>
        </message>
        <message>
            <source>Nothing has finished yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还没有完成的传输</translation>
        </message>
    </context>
    <context>
        <name>Request</name>
        <message>
            <source>Block {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽 {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多</translation>
        </message>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>以后再说</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Always accept from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>始终接受来自 {name} 的文件</translation>
        </message>
        <message>
            <source>Up to {size} at once. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>一次最多 {size}。遇到程序时总会询问。</translation>
        </message>
        <message>
            <source>Files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>来自 {name} 的文件</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Accept {files} · {size}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接受 {files} · {size}</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>最大的在前</translation>
        </message>
        <message>
            <source>{count} of {total} chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已选择 {count}，共 {total}</translation>
        </message>
        <message>
            <source>will be saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>将保存为 {name}</translation>
        </message>
        <message>
            <source>folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已选择</translation>
        </message>
        <message>
            <source>chosen in part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已选择一部分</translation>
        </message>
        <message>
            <source>left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未选择</translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n file(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>已选择 {count} 个文件，共 %Ln 个</numerusform>
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
            <translation>文件</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码…</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet. It may be someone else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你还没有和 {name} 核对验证码。对方可能是别人。</translation>
        </message>
        <message>
            <source>wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>想给你发送文件夹</translation>
        </message>
        <message numerus="yes">
            <source>wants to send you %n file(s) ({size})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>想给你发送 %Ln 个文件（{size}）</numerusform>
            </translation>
        </message>
        <message>
            <source>Verified friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已验证的好友</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未验证</translation>
        </message>
        <message>
            <source>Save to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存到</translation>
        </message>
        <message>
            <source>Save to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存到 {folder}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>可用 {size}</translation>
        </message>
        <message>
            <source>Needs {needed}, {free} free here — choose another folder or fewer files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>需要 {needed}，这里可用 {free}，请选择其他文件夹或减少文件</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>其他文件夹…</translation>
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
            <translation>采用 Apache License 2.0 的自由软件。</translation>
        </message>
        <message>
            <source>Technical report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>技术报告</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制报告</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>通知</translation>
        </message>
        <message>
            <source>With names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示名字</translation>
        </message>
        <message>
            <source>They say who sends what, and what has arrived.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>通知会说明谁发送了什么、收到了什么。</translation>
        </message>
        <message>
            <source>Without names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不显示名字</translation>
        </message>
        <message>
            <source>Nobody who looks over your shoulder learns who it is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从你身后偷看的人不会知道是谁。</translation>
        </message>
        <message>
            <source>Off</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Requests wait in the window until you look.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请求会在窗口中等待，直到你查看。</translation>
        </message>
        <message>
            <source>Keep history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保留历史记录</translation>
        </message>
        <message>
            <source>Forever</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>永久</translation>
        </message>
        <message>
            <source>It is on this computer only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>只保存在这台电脑上。</translation>
        </message>
        <message>
            <source>30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>30 天</translation>
        </message>
        <message>
            <source>Older entries go by themselves. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>较早的记录会自动消失。文件仍留在原处。</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从不</translation>
        </message>
        <message>
            <source>What has ended is not listed. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已结束的内容不会列出。文件仍留在原处。</translation>
        </message>
        <message>
            <source>Your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的身份</translation>
        </message>
        <message>
            <source>Save received files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>将收到的文件保存到</translation>
        </message>
        <message>
            <source>Change the folder for received files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更改接收文件的文件夹</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已验证</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>核对验证码…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消屏蔽</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与 {name} 核对验证码</translation>
        </message>
        <message>
            <source>Unblock {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消屏蔽 {name}</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多：{name}</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>屏蔽…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>移除…</translation>
        </message>
        <message>
            <source>You have no friends here yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你在这里还没有好友。</translation>
        </message>
        <message>
            <source>Your identity is what friends know you by; it exists on this computer only. With a copy you stay yourself when the computer is lost, or move to another one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友通过你的身份认出你；它只存在于这台电脑上。有了副本，即使电脑丢失或换了电脑，你仍然是你。</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存副本…</translation>
        </message>
        <message>
            <source>Take over from a file…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从文件接管…</translation>
        </message>
        <message>
            <source>As the system</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Language</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>语言</translation>
        </message>
        <message>
            <source>Byhand speaks it when it starts next time.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>下次启动 Byhand 时生效。</translation>
        </message>
        <message>
            <source>System</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>Colours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>检查连接…</translation>
        </message>
        <message>
            <source>Port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>端口</translation>
        </message>
        <message>
            <source>Another program uses port {port}; yours is still {old}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>另一个程序占用了端口 {port}；你的端口仍为 {old}。</translation>
        </message>
        <message>
            <source>A port is a number from {least} to {most}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>端口是 {least} 到 {most} 之间的数字。</translation>
        </message>
        <message>
            <source>Another program uses port {port} — using {other} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>另一个程序占用了端口 {port}，现改用 {other}</translation>
        </message>
        <message>
            <source>Holds from the next start on; until then it is {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>下次启动时生效；在此之前为 {port}。</translation>
        </message>
        <message>
            <source>One folder per friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>每位好友一个文件夹</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>每次询问</translation>
        </message>
        <message>
            <source>Accept from verified friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接受已验证好友的文件</translation>
        </message>
        <message>
            <source>When files come</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>收到文件时</translation>
        </message>
        <message>
            <source>Both are kept: the new one becomes “name (1)”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>两个都保留：新的命名为“名称 (1)”。</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件保存到</translation>
        </message>
        <message>
            <source>When a name exists</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名称已存在时</translation>
        </message>
        <message>
            <source>Files of friends you have compared codes with come in by themselves, up to 1 GB at once unless you say otherwise for a friend. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已核对验证码的好友的文件会自动接收，一次最多 1 GB，除非你对某位好友另有设置。遇到程序时总会询问。</translation>
        </message>
        <message>
            <source>You are asked before anything comes in, unless you say otherwise for a friend.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接收任何内容之前都会询问你，除非你对某位好友另有设置。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>设置</translation>
        </message>
        <message>
            <source>You</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在接收</translation>
        </message>
        <message>
            <source>Who can see me</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>谁能看到我</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>网络</translation>
        </message>
        <message>
            <source>Look</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>外观</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>开始</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>隐私</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友</translation>
        </message>
        <message>
            <source>About</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关于</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>完成</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>登录时启动</translation>
        </message>
        <message>
            <source>Keep running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在托盘中继续运行</translation>
        </message>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此桌面不允许 Byhand 在登录时启动。</translation>
        </message>
        <message>
            <source>Your desktop has no tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的桌面没有托盘</translation>
        </message>
        <message>
            <source>Friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>仅好友</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有人</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 min</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人可在 10 分钟内看到我</translation>
        </message>
        <message>
            <source>{network} can't be told from other networks like it: there people nearby see you for some minutes only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{network} 无法与其他类似的网络区分：在那里，附近的人只能看到你几分钟。</translation>
        </message>
        <message>
            <source>Always visible on {network}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在 {network} 上始终可见</translation>
        </message>
        <message>
            <source>Friends can't find this computer by themselves; it still finds those it can see.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友无法自行找到这台电脑；它仍能找到自己看得见的电脑。</translation>
        </message>
        <message>
            <source>Only friends can tell that this computer is here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>只有好友能知道这台电脑在这里。</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的名字</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这台电脑</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>设置</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查找好友</translation>
        </message>
        <message>
            <source>Visible to people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人可见</translation>
        </message>
        <message>
            <source>Visible to nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对所有人不可见</translation>
        </message>
        <message>
            <source>Visible to friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>仅好友可见</translation>
        </message>
        <message>
            <source>Add a friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>添加好友…</translation>
        </message>
    </context>
    <context>
        <name>Speed</name>
        <message>
            <source>No limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不限速</translation>
        </message>
        <message>
            <source>Write a speed like 500 kB/s or 10 MB/s; empty is no limit.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请输入速度，例如 500 kB/s 或 10 MB/s；留空表示不限速。</translation>
        </message>
        <message>
            <source>Limit the speed with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>限制与 {name} 的速度</translation>
        </message>
        <message>
            <source>Limit the speed of “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>限制“{title}”的速度</translation>
        </message>
        <message>
            <source>Send at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发送上限</translation>
        </message>
        <message>
            <source>Receive at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接收上限</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>保存</translation>
        </message>
        <message>
            <source>Transfers at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>同时传输数</translation>
        </message>
        <message>
            <source>From</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从</translation>
        </message>
        <message>
            <source>To</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>到</translation>
        </message>
        <message>
            <source>Other limits at certain hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在特定时段使用其他限制</translation>
        </message>
        <message>
            <source>to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>到</translation>
        </message>
        <message>
            <source>to one friend; small ones never wait</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对同一好友；小文件无需等待</translation>
        </message>
    </context>
    <context>
        <name>SpeedGraph</name>
        <message>
            <source>Speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>速度</translation>
        </message>
        <message>
            <source>now {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>当前 {speed}</translation>
        </message>
        <message>
            <source>average {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>平均 {speed}</translation>
        </message>
        <message>
            <source>highest {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>最高 {speed}</translation>
        </message>
    </context>
    <context>
        <name>Technical</name>
        <message>
            <source>Connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>连接</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>加密</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已验证</translation>
        </message>
        <message>
            <source>Average speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>平均速度</translation>
        </message>
        <message>
            <source>Started</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>开始时间</translation>
        </message>
        <message>
            <source>Ended</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>结束时间</translation>
        </message>
        <message>
            <source>Folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Reason</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>原因</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>传输</translation>
        </message>
        <message>
            <source>Digest of the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>列表摘要</translation>
        </message>
        <message>
            <source>Not connected now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>现在未连接</translation>
        </message>
        <message>
            <source>Direct, on this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>直接连接，在此网络中</translation>
        </message>
        <message>
            <source>Direct, over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>直接连接，通过互联网</translation>
        </message>
        <message>
            <source>{cipher}, end to end</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{cipher}，端到端</translation>
        </message>
        <message>
            <source>Codes were not compared yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未核对验证码</translation>
        </message>
        <message>
            <source>Since {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>自 {date}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文本</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制</translation>
        </message>
    </context>
    <context>
        <name>TransferList</name>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}, or until you quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>正在传给另外 %Ln 人，直到 {time} 或你退出</numerusform>
            </translation>
        </message>
        <message>
            <source>{title}: {percent} %</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{title}：{percent} %</translation>
        </message>
        <message>
            <source>It was moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>它已被移动或删除</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}：{title}</translation>
        </message>
        <message>
            <source>Send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发送新版本</translation>
        </message>
        <message numerus="yes">
            <source>Try the %n file(s) again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>重试 %Ln 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>Show files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>显示文件</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新发送请求</translation>
        </message>
        <message>
            <source>Ask {name} to send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请 {name} 再次发送</translation>
        </message>
        <message>
            <source>Tell {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>告诉 {name}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Resume</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>继续</translation>
        </message>
        <message>
            <source>Move up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>上移</translation>
        </message>
        <message>
            <source>Move down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>下移</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>限制速度…</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>停止传递</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制文本</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Send again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>再次发送</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重试</translation>
        </message>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>详细信息</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>检查连接…</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>重新配对…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是谁…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>取消</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从列表中移除</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>更多</translation>
        </message>
        <message>
            <source>{name} accepted: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已接受：{title}</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>传输</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已复制</translation>
        </message>
        <message>
            <source>In progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>等待中</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已完成</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发给 {name}</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>来自 {name}</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>打开 Byhand</translation>
        </message>
        <message>
            <source>Stop passing on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>停止传给其他人</translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发送文件…</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人可在 10 分钟内看到我</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>退出</translation>
        </message>
        <message numerus="yes">
            <source>Quit (%n transfer(s) continue next time)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>退出（%Ln 个传输下次继续）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>另外 %Ln 个请求…</numerusform>
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
                <numerusform>%Ln 个请求</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>Slowed down by the limit that is set: {rate}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>受所设限速影响：{rate}</translation>
        </message>
        <message>
            <source>Slowed down by the disk of this computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>受这台电脑的磁盘影响而变慢</translation>
        </message>
        <message>
            <source>Slowed down by {name}'s disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>受 {name} 的磁盘影响而变慢</translation>
        </message>
        <message>
            <source>Slowed down by the network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>受网络影响而变慢</translation>
        </message>
        <message>
            <source>Slowed down by the limit that is set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>受所设限速影响</translation>
        </message>
        <message>
            <source>Slowed down by a limit that {name} has set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>受 {name} 所设限速影响</translation>
        </message>
        <message>
            <source>As fast as this computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已达到这台电脑的最快速度</translation>
        </message>
        <message>
            <source>As fast as {name}'s computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已达到 {name} 的电脑的最快速度</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>已检查 %Ln 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>缺少 %Ln 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>已更改 %Ln 个</numerusform>
            </translation>
        </message>
        <message>
            <source>all are as they were handed over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>全部与传输时一致</translation>
        </message>
        <message>
            <source>but the receipt is not signed for them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>但回执没有为它们签名</translation>
        </message>
        <message>
            <source>The receipt is not signed for these files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>回执没有为这些文件签名</translation>
        </message>
        <message>
            <source>It is as it arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与到达时一致</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>全部 %Ln 个文件都与到达时一致</numerusform>
            </translation>
        </message>
        <message>
            <source>It is as it was sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与发送时一致</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>全部 %Ln 个文件都与发送时一致</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking… {percent}%</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在检查… {percent}%</translation>
        </message>
        <message numerus="yes">
            <source>{missing}, %n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{missing}，%Ln 个已更改</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>1 个文件已更改</translation>
        </message>
        <message numerus="yes">
            <source>%n files have changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个文件已更改</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>缺少 1 个文件</translation>
        </message>
        <message numerus="yes">
            <source>%n files are missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>缺少 %Ln 个文件</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer's port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这台电脑的端口</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>网络</translation>
        </message>
        <message>
            <source>VPN</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>防火墙</translation>
        </message>
        <message>
            <source>Finding people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>查找附近的人</translation>
        </message>
        <message>
            <source>Being reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>能否被连接</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正常</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不确定</translation>
        </message>
        <message>
            <source>Problem</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有问题</translation>
        </message>
        <message numerus="yes">
            <source>%n other computer(s) heard here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>在这里还发现 %Ln 台电脑。</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at this computer, the network and your friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在检查这台电脑、网络和你的好友…</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>发现 %Ln 个问题</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>一切正常</translation>
        </message>
        <message>
            <source>No problem found, but not everything could be checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有发现问题，但有些项目无法检查</translation>
        </message>
        <message>
            <source>Nothing here keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这里没有什么阻挡端口 {port}。</translation>
        </message>
        <message>
            <source>The firewall {name} lets port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>防火墙 {name} 允许端口 {port} 进入。</translation>
        </message>
        <message>
            <source>Listening on port {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在监听端口 {port}。</translation>
        </message>
        <message>
            <source>Another program uses port {taken}: listening on {port} instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>另一个程序占用了端口 {taken}：现改为监听 {port}。</translation>
        </message>
        <message>
            <source>No firewall is active on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这台电脑上没有启用防火墙。</translation>
        </message>
        <message>
            <source>The firewall {name} keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>防火墙 {name} 阻挡了端口 {port}。</translation>
        </message>
        <message>
            <source>The firewall {name} is active and may keep port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>防火墙 {name} 已启用，可能阻挡了端口 {port}。</translation>
        </message>
        <message>
            <source>This computer doesn't tell whether a firewall is active.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法得知这台电脑是否启用了防火墙。</translation>
        </message>
        <message>
            <source>Connected: {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已连接：{name}。</translation>
        </message>
        <message>
            <source>This computer is on no network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这台电脑没有连接任何网络。</translation>
        </message>
        <message>
            <source>No VPN is on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有开启 VPN。</translation>
        </message>
        <message>
            <source>The VPN {name} is on and not in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN {name} 已开启，没有妨碍。</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>所有流量都经过 VPN {name}。</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}, which may keep friends out.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>所有流量都经过 VPN {name}，它可能会挡住好友。</translation>
        </message>
        <message>
            <source>Nobody else is heard on this network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在此网络中没有发现其他人。</translation>
        </message>
        <message>
            <source>Not even our own announcement comes back: it is blocked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>连我们自己的广播都没有返回：它被阻止了。</translation>
        </message>
        <message>
            <source>There is no network to listen on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有可以监听的网络。</translation>
        </message>
        <message>
            <source>{name} called back and reached this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 回拨并连接到了这台电脑。</translation>
        </message>
        <message>
            <source>{name} called back and could not get in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 回拨了，但无法进入。</translation>
        </message>
        <message>
            <source>{name} is on this network but can't be reached.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 在此网络中，但无法连接。</translation>
        </message>
        <message>
            <source>{name} is not there and can't call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 不在线，无法回拨。</translation>
        </message>
        <message>
            <source>{name} needs a newer Byhand to call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 需要更新版本的 Byhand 才能回拨。</translation>
        </message>
        <message>
            <source>{name} was not asked again: a friend calls back once a minute at most.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有再次询问 {name}：好友每分钟最多回拨一次。</translation>
        </message>
        <message>
            <source>{name} gave no answer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 没有答复。</translation>
        </message>
        <message>
            <source>{name} says it worked, but no call came.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 说成功了，但没有收到回拨。</translation>
        </message>
        <message>
            <source>{name} was not asked: nothing goes to them now.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有询问 {name}：现在不会向其发送任何内容。</translation>
        </message>
        <message>
            <source>No friend is there who could call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有可以回拨的好友在线。</translation>
        </message>
        <message>
            <source>Friends don't call ports below 1024.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友不会连接 1024 以下的端口。</translation>
        </message>
        <message>
            <source>Open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>用此命令打开端口：</translation>
        </message>
        <message>
            <source>Friends find the new port. Firewall rules may need it, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>好友会找到新端口。防火墙规则可能也需要它。</translation>
        </message>
        <message>
            <source>If friends can't reach you, open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>如果好友无法连接到你，请用此命令打开端口：</translation>
        </message>
        <message>
            <source>If one is, let TCP port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>如果有，请允许 TCP 端口 {port} 进入。</translation>
        </message>
        <message>
            <source>Connect to Wi-Fi or plug in a cable.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请连接 Wi-Fi 或插上网线。</translation>
        </message>
        <message>
            <source>If friends nearby can't be reached, allow the local network in its settings.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>如果无法连接到附近的好友，请在其设置中允许本地网络。</translation>
        </message>
        <message>
            <source>Allow the local network in its settings, or turn it off and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请在其设置中允许本地网络，或将其关闭后重试。</translation>
        </message>
        <message>
            <source>You may be alone here. Guest networks keep computers apart: use another one, or an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这里可能没有其他人。访客网络会隔离电脑：请换一个网络，或使用邀请链接。</translation>
        </message>
        <message>
            <source>Let UDP port 5353 in, or add friends by an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请允许 UDP 端口 5353 进入，或通过邀请链接添加好友。</translation>
        </message>
        <message>
            <source>A firewall here, or a router in between, must let TCP port {port} in. You may still reach {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这里的防火墙或中间的路由器必须允许 TCP 端口 {port} 进入。你可能仍能连接到 {name}。</translation>
        </message>
        <message>
            <source>A firewall there may be in the way: ask {name} to check the connection, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>可能是对方的防火墙阻挡：请让 {name} 也检查一下连接。</translation>
        </message>
        <message>
            <source>Try again when {name} has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>等 {name} 打开 Byhand 后重试。</translation>
        </message>
        <message>
            <source>Ask {name} to update.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请让 {name} 更新。</translation>
        </message>
        <message>
            <source>Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请一分钟后重试。</translation>
        </message>
        <message>
            <source>Something else may answer at your address. Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的地址上可能有别的程序在应答。请一分钟后重试。</translation>
        </message>
        <message>
            <source>The menu of {name} says why.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的菜单中说明了原因。</translation>
        </message>
        <message>
            <source>Try again when a friend has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>等有好友打开 Byhand 后重试。</translation>
        </message>
        <message>
            <source>Choose a port of 1024 or more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请选择 1024 或更大的端口。</translation>
        </message>
        <message>
            <source>Your identity file can't be used ({reason}): make it private by chmod 600 {path}, and start Byhand again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法使用你的身份文件（{reason}）：请用 chmod 600 {path} 将其设为私有，然后重新启动 Byhand。</translation>
        </message>
        <message>
            <source>The disk of {path} is full: free {missing} or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 所在的磁盘已满：请腾出 {missing} 或选择其他文件夹。</translation>
        </message>
        <message>
            <source>This invitation can't be used. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请无法使用。请向{name}索取新的邀请。</translation>
        </message>
        <message>
            <source>the person who sent it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>发送邀请的人</translation>
        </message>
        <message>
            <source>That isn't an invitation: copy the whole link, from byhand:// to its end.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这不是邀请：请复制完整的链接，从 byhand:// 直到末尾。</translation>
        </message>
        <message>
            <source>A character of this invitation is wrong or missing: copy the whole link again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请中有字符错误或缺失：请重新复制完整的链接。</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请已过期。请向{name}索取新的邀请。</translation>
        </message>
        <message>
            <source>That's your own invitation: give it to the friend you want to add.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是你自己的邀请：请发给你想添加的好友。</translation>
        </message>
        <message>
            <source>This invitation isn't open any more. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请已失效。请向{name}索取新的邀请。</translation>
        </message>
        <message>
            <source>This invitation was used by somebody else. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请已被别人使用。请向{name}索取新的邀请。</translation>
        </message>
        <message>
            <source>This invitation has keys of another friend of yours: don't trust it, and ask {name} in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此邀请带有你另一位好友的密钥：不要相信它，请当面询问 {name}。</translation>
        </message>
        <message>
            <source>Your friend can't be saved: make room on this computer's disk, then use the invitation again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法保存好友：请在这台电脑的磁盘上腾出空间，然后再次使用邀请。</translation>
        </message>
        <message>
            <source>Can't reach {name}: both of you need Byhand open on the same network; or try it the other way round, with a link of yours.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法连接到 {name}：你们都需要在同一网络中打开 Byhand；或者反过来，由你发送链接。</translation>
        </message>
        <message>
            <source>{path} can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法读取 {path}：请检查它是否存在，以及你是否有权读取。</translation>
        </message>
        <message>
            <source>{path} is no saved identity: choose the file that was made where your identity is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 不是已保存的身份：请选择在你的身份所在处生成的文件。</translation>
        </message>
        <message>
            <source>{path} was made by a newer Byhand: update this one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 由更新版本的 Byhand 生成：请先更新此程序。</translation>
        </message>
        <message>
            <source>{path} is damaged: copy it again, or save your identity once more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 已损坏：请重新复制，或再次保存你的身份。</translation>
        </message>
        <message>
            <source>{path} can't be opened with this passphrase: type it again; if it is the right one, the file is damaged.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法用此密码短语打开 {path}：请重新输入；如果输入无误，则文件已损坏。</translation>
        </message>
        <message>
            <source>This passphrase is too short: take {least} characters or more, best some words.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>此密码短语太短：请至少使用 {least} 个字符，最好是几个词。</translation>
        </message>
        <message>
            <source>{path} is there already and was not touched: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 已存在，未作改动：请选择其他名字。</translation>
        </message>
        <message numerus="yes">
            <source>%n friends fit “{name}”: use the first 8 or more digits of the id instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>有 %Ln 位好友符合“{name}”：请改用编号的前 8 位或更多位。</numerusform>
            </translation>
        </message>
        <message>
            <source>No friend of yours is called “{name}”: look at the list of your friends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你没有叫“{name}”的好友：请查看好友列表。</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未说明原因</translation>
        </message>
        <message>
            <source>Something went wrong inside Byhand ({kind}): start it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand 内部出错（{kind}）：请重新启动。</translation>
        </message>
        <message>
            <source>The other side did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方没有遵守规则，因此连接已关闭：请确认你们都使用最新的 Byhand。</translation>
        </message>
        <message>
            <source>This is not the {name} you know: ask them whether they have a new computer, and add each other again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这不是你认识的 {name}：请问问对方是否换了新电脑，然后重新互相添加。</translation>
        </message>
        <message>
            <source>Your identity file {path} can't be used ({reason}) and was not touched: put back a good copy, or move it away to start as somebody new.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法使用你的身份文件 {path}（{reason}），未作改动：请放回完好的副本，或将其移走以重新开始。</translation>
        </message>
        <message>
            <source>Your friend can't be reached: ask them to open Byhand, and check that no firewall is in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法连接到你的好友：请对方打开 Byhand，并检查是否有防火墙阻挡。</translation>
        </message>
        <message>
            <source>The connection was lost: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>连接已断开：请重试。</translation>
        </message>
        <message>
            <source>The Byhand that was doing this has ended or does not answer: start it again to go on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>负责此操作的 Byhand 已结束或没有响应：请重新启动以继续。</translation>
        </message>
        <message>
            <source>Another Byhand is already using the profile {path}: close that one first, or choose another profile.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>另一个 Byhand 正在使用配置 {path}：请先关闭它，或选择其他配置。</translation>
        </message>
        <message>
            <source>Byhand {version}, which is another version than this one, is already using the profile {path}: close that one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>另一个版本的 Byhand {version} 正在使用配置 {path}：请先关闭它。</translation>
        </message>
        <message>
            <source>“{name}” can't be used as a name ({reason}): rename it and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{name}”不能用作名字（{reason}）：请改名后重试。</translation>
        </message>
        <message>
            <source>A file changed while it was read: send the new version.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有文件在读取时发生了变化：请发送新版本。</translation>
        </message>
        <message>
            <source>“{path}” can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法读取“{path}”：请检查它是否存在，以及你是否有权读取。</translation>
        </message>
        <message>
            <source>Too many files at once: send them in several goes, or as one archive.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>一次的文件太多：请分几次发送，或打包成一个文件。</translation>
        </message>
        <message>
            <source>The bytes arrived damaged: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>数据到达时已损坏：请重试。</translation>
        </message>
        <message>
            <source>The disk of {path} is full: make room or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 所在的磁盘已满：请腾出空间或选择其他文件夹。</translation>
        </message>
        <message>
            <source>{path} can't hold files of 4 GB or more: choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 无法存放 4 GB 或更大的文件：请选择其他文件夹。</translation>
        </message>
        <message>
            <source>{path} can't be written to: check its permissions, or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法写入 {path}：请检查权限，或选择其他文件夹。</translation>
        </message>
        <message>
            <source>{path} is damaged or was edited, and was not touched: put back a good copy, or move it away to start without it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} 已损坏或被编辑过，未作改动：请放回完好的副本，或将其移走后启动。</translation>
        </message>
        <message>
            <source>{path} can't be used ({reason}): check the disk and its permissions.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法使用 {path}（{reason}）：请检查磁盘和权限。</translation>
        </message>
        <message>
            <source>Byhand was closed before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>Byhand 在完成前被关闭，请重试</translation>
        </message>
        <message>
            <source>Something went wrong ({code}) — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>出错了（{code}），请重试</translation>
        </message>
        <message>
            <source>changed while being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在发送时被更改</translation>
        </message>
        <message>
            <source>could not be read</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法读取</translation>
        </message>
        <message>
            <source>disappeared before being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在发送前消失</translation>
        </message>
        <message>
            <source>could not be read (no permission)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法读取（没有权限）</translation>
        </message>
        <message>
            <source>can't be sent (only files and folders can)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法发送（只能发送文件和文件夹）</translation>
        </message>
        <message>
            <source>did not fit on the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>磁盘空间不足</translation>
        </message>
        <message>
            <source>could not be written</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法写入</translation>
        </message>
        <message>
            <source>is too large for that kind of disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对这种磁盘来说太大</translation>
        </message>
        <message>
            <source>had a name that isn't allowed there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名字在那里不被允许</translation>
        </message>
        <message>
            <source>had a name that was taken</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名字已被占用</translation>
        </message>
        <message>
            <source>had a name too long for the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名字对磁盘来说太长</translation>
        </message>
        <message>
            <source>arrived damaged</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>到达时已损坏</translation>
        </message>
        <message>
            <source>got cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已取消</translation>
        </message>
        <message>
            <source>did not arrive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未到达</translation>
        </message>
        <message>
            <source>{friend}'s Byhand and yours did not understand each other — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 的 Byhand 和你的无法互相理解，请重试</translation>
        </message>
        <message>
            <source>{friend} and you need the same version of Byhand for this — update both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 和你需要相同版本的 Byhand，请双方更新</translation>
        </message>
        <message>
            <source>Too many files at once — send them in several goes, or as one archive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>一次的文件太多，请分几次发送，或打包成一个文件</translation>
        </message>
        <message>
            <source>It could not be proved that this is {friend} — add each other again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法证明这是 {friend}，请重新互相添加</translation>
        </message>
        <message>
            <source>{friend} stopped answering — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 停止响应，请重试</translation>
        </message>
        <message>
            <source>{friend} has too many requests open — try again later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 未处理的请求太多，请稍后重试</translation>
        </message>
        <message>
            <source>{friend} closed Byhand before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 在完成前关闭了 Byhand，请重试</translation>
        </message>
        <message>
            <source>The request has expired — send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请求已过期，请重新发送</translation>
        </message>
        <message>
            <source>The connection to {friend} was lost — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与 {friend} 的连接已断开，请重试</translation>
        </message>
        <message>
            <source>{friend} can't be reached — ask them to open Byhand, and check that no firewall is in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法连接到 {friend}，请对方打开 Byhand，并检查是否有防火墙阻挡</translation>
        </message>
        <message>
            <source>{file} was changed while sending — send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} 在发送时被更改，请发送新版本</translation>
        </message>
        <message>
            <source>The bytes arrived damaged and could not be repaired — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>数据到达时已损坏且无法修复，请重试</translation>
        </message>
        <message>
            <source>A name is too long for the disk — choose another folder or shorten it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>有名字对磁盘来说太长，请选择其他文件夹或缩短名字</translation>
        </message>
        <message>
            <source>“{file}” can't be stored under that name — rename it and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{file}”无法以该名字保存，请改名后重新发送</translation>
        </message>
        <message>
            <source>The name “{file}” is taken again and again — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名字“{file}”一再被占用，请选择其他文件夹</translation>
        </message>
        <message>
            <source>“{file}” can't be read — check its permissions and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法读取“{file}”，请检查权限后重新发送</translation>
        </message>
        <message>
            <source>“{file}” is not there any more — put it back and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{file}”已不存在，请放回后重新发送</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — try again once it isn't</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 的磁盘已满，等有空间后再重试</translation>
        </message>
        <message>
            <source>{friend}'s disk can't hold files of 4 GB or more — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 的磁盘无法存放 4 GB 或更大的文件，请对方选择其他文件夹</translation>
        </message>
        <message>
            <source>{friend}'s disk did not take it — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 的磁盘未能接收，请对方选择其他文件夹</translation>
        </message>
        <message>
            <source>{friend}'s folder can't be written to — ask them to choose another</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法写入 {friend} 的文件夹，请对方选择其他文件夹</translation>
        </message>
        <message>
            <source>“{file}” can't be read at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 那边无法读取“{file}”，请再次索取</translation>
        </message>
        <message>
            <source>“{file}” is not there any more at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 那边已没有“{file}”，请再次索取</translation>
        </message>
        <message>
            <source>{file} was changed while {friend} sent it — ask for the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{file} 在 {friend} 发送时被更改，请索取新版本</translation>
        </message>
        <message>
            <source>Your disk is full — make room or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的磁盘已满，请腾出空间或选择其他文件夹</translation>
        </message>
        <message>
            <source>The disk of “{folder}” can't hold files of 4 GB or more — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{folder}”所在的磁盘无法存放 4 GB 或更大的文件，请选择其他文件夹</translation>
        </message>
        <message>
            <source>“{folder}” is not there any more or can't be used — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{folder}”已不存在或无法使用，请选择其他文件夹</translation>
        </message>
        <message>
            <source>“{folder}” can't be written to — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法写入“{folder}”，请选择其他文件夹</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive a text — send it in a file instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 需要更新版本的 Byhand 才能接收文本，请改用文件发送</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive this</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 需要更新版本的 Byhand 才能接收</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的磁盘已满，请腾出 {missing} 或选择其他文件夹</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — {missing} more needed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{friend} 的磁盘已满，还需要 {missing}</translation>
        </message>
        <message>
            <source>Sending</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在发送</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已发送</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已送达</translation>
        </message>
        <message>
            <source>Was there already</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对方已有</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在接收</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在检查</translation>
        </message>
        <message>
            <source>Saved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已保存</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已到达</translation>
        </message>
        <message>
            <source>Already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这里已有</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未选择</translation>
        </message>
        <message>
            <source>Left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已排除</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>等待中</translation>
        </message>
        <message>
            <source>A name has 1 to {limit} characters.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>名字长度为 1 到 {limit} 个字符。</translation>
        </message>
        <message>
            <source>You already have a friend called {name}: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已有叫 {name} 的好友：请选择其他名字。</translation>
        </message>
        <message>
            <source>Compare codes with {name} first: only then may files come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请先与 {name} 核对验证码：之后才能不经询问接收文件。</translation>
        </message>
        <message>
            <source>Say up to how many bytes files of {name} may come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请说明不超过多少字节的 {name} 的文件可以不经询问接收。</translation>
        </message>
        <message>
            <source>One of your own computers can't be another computer of somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你自己的电脑不能是别人的另一台电脑。</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已屏蔽 {name}：请先取消屏蔽。</translation>
        </message>
        <message>
            <source>First say who is the {name} you know, and who is not.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请先说明哪个是你认识的 {name}，哪个不是。</translation>
        </message>
        <message>
            <source>Compare codes first: else this may not be {name} at all.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请先核对验证码：否则这可能根本不是 {name}。</translation>
        </message>
        <message numerus="yes">
            <source>Also offered to %n other(s). Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>也发给了另外 %Ln 人。参与的人会互相传递：到得更快，他们会看到你的 IP 地址。</numerusform>
            </translation>
        </message>
        <message>
            <source>If that is faster</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>如果更快</translation>
        </message>
        <message>
            <source>Always</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>始终</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从不</translation>
        </message>
        <message numerus="yes">
            <source>from {name} and %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>来自 {name} 和另外 %Ln 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>正在传给另外 %Ln 人，直到 {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s): {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 位好友：{has} / {all}</numerusform>
            </translation>
        </message>
        <message>
            <source>You may leave: everything is out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你可以离开了：内容已全部发出</translation>
        </message>
        <message>
            <source>{size} from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从你得到 {size}</translation>
        </message>
        <message>
            <source>has {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已有 {has} / {all}</translation>
        </message>
        <message>
            <source>{size} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>给了你 {size}</translation>
        </message>
        <message>
            <source>Receiver {number}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>接收者 {number}</translation>
        </message>
        <message>
            <source>{size} uploaded from here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从这里上传了 {size}</translation>
        </message>
        <message>
            <source>{size} from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>来自 {name} 的 {size}</translation>
        </message>
        <message numerus="yes">
            <source>{size} from %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>来自另外 %Ln 人的 {size}</numerusform>
            </translation>
        </message>
        <message>
            <source>{size} passed on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已传递 {size}</translation>
        </message>
        <message>
            <source>Paused by you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已暂停</translation>
        </message>
        <message>
            <source>Paused by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已暂停</translation>
        </message>
        <message>
            <source>Paused by you and {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你和 {name} 已暂停</translation>
        </message>
        <message>
            <source>{percent} % kept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已保留 {percent} %</translation>
        </message>
        <message>
            <source>Connecting to {name}…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在连接 {name}…</translation>
        </message>
        <message>
            <source>{name} is offline — continues by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已离线，之后会自动继续</translation>
        </message>
        <message>
            <source>{name} sends something else first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 先发送其他内容</translation>
        </message>
        <message>
            <source>Next after “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>排在“{title}”之后</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>等待轮到它</translation>
        </message>
        <message>
            <source>Your disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的磁盘无法接收，恢复后会自动继续</translation>
        </message>
        <message>
            <source>{name}'s disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的磁盘无法接收，恢复后会自动继续</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} and it goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的磁盘已满，腾出 {missing} 后会自动继续</translation>
        </message>
        <message>
            <source>{name}'s disk is full — {missing} more needed, goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的磁盘已满，还需要 {missing}，之后会自动继续</translation>
        </message>
        <message>
            <source>Your disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你的磁盘已满，有空间后会自动继续</translation>
        </message>
        <message>
            <source>{name}'s disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的磁盘已满，有空间后会自动继续</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} 称其为“{name}”，电脑为“{computer}”。</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} 称其为“{name}”。</translation>
        </message>
        <message>
            <source>You become friends if both of you agree; compare codes to be sure.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>双方都同意后你们就成为好友；请核对验证码以确保无误。</translation>
        </message>
        <message>
            <source>{introducer} introduces {name} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} 把 {name} 介绍给你</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在等待 {name} 同意</translation>
        </message>
        <message>
            <source>{name} is your friend now — introduced by {introducer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 现在是你的好友了，由 {introducer} 介绍</translation>
        </message>
        <message>
            <source>You declined to become friends with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你没有同意与 {name} 成为好友</translation>
        </message>
        <message>
            <source>The introduction to {name} has expired. Ask {introducer} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>对 {name} 的介绍已过期。请让 {introducer} 重新介绍。</translation>
        </message>
        <message>
            <source>{name} and {other} are asked whether they want to be friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在询问 {name} 和 {other} 是否愿意成为好友</translation>
        </message>
        <message>
            <source>{name} agrees to become friends with {other}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 同意与 {other} 成为好友</translation>
        </message>
        <message>
            <source>{name} does not want to become friends with {other} now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 现在不想与 {other} 成为好友</translation>
        </message>
        <message>
            <source>Translations are not yet reviewed by native speakers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>译文尚未经母语者审校。</translation>
        </message>
        <message>
            <source>without a limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不限速</translation>
        </message>
        <message>
            <source>up {up} · down {down}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>上传 {up} · 下载 {down}</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n large transfer(s) to one friend at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>同时向一位好友传输最多 %Ln 个大型传输</numerusform>
            </translation>
        </message>
        <message>
            <source>From {begin} to {end}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>从 {begin} 到 {end}</translation>
        </message>
        <message>
            <source>{hours} every day</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>每天{hours}</translation>
        </message>
        <message>
            <source>Monday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期一</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期二</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期三</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期四</translation>
        </message>
        <message>
            <source>Friday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期五</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期六</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>星期日</translation>
        </message>
        <message>
            <source>{hours}, {days}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours}，{days}</translation>
        </message>
        <message>
            <source>{name} wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 想与你核对验证码</translation>
        </message>
        <message>
            <source>{name} wants to add you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 想添加你</translation>
        </message>
        <message>
            <source>You and {name} have compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你和 {name} 已核对验证码</translation>
        </message>
        <message>
            <source>You and {name} compare codes another time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你和 {name} 下次再核对验证码</translation>
        </message>
        <message>
            <source>{name} is one of your own computers now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 现在是你自己的电脑之一</translation>
        </message>
        <message>
            <source>You and {name} are friends now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你和 {name} 现在是好友了</translation>
        </message>
        <message>
            <source>It did not work with {name}: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与 {name} 没有成功：请重试。</translation>
        </message>
        <message>
            <source>People nearby can't find you any more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人无法再找到你</translation>
        </message>
        <message>
            <source>People nearby can find you for {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>附近的人还可以在 {time} 内找到你</translation>
        </message>
        <message>
            <source>Too many attempts came in, as if someone were in between. Nobody was added. Wait ten minutes, then try again face to face, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>收到的尝试过多，好像中间有别人。没有添加任何人。请等待十分钟，然后当面重试，或使用邀请链接。</translation>
        </message>
        <message>
            <source>{name} is still typing yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 还在输入你的数字</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在等待 {name} 同意…</translation>
        </message>
        <message>
            <source>Waiting for {name} to pick you…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在等待 {name} 选择你…</translation>
        </message>
        <message>
            <source>That doesn't fit. Ask {name} to read it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>不一致。请让 {name} 再念一遍。</translation>
        </message>
        <message numerus="yes">
            <source>%n tries left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>还可以试 %Ln 次</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是最后一次机会</translation>
        </message>
        <message>
            <source>{name} does this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 以后再做</translation>
        </message>
        <message>
            <source>{name} has typed yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已输入你的数字</translation>
        </message>
        <message>
            <source>Can't reach {name}: check that both of you are on the same network and that no firewall is in the way, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>无法连接到 {name}：请确认你们在同一网络且没有防火墙阻挡，然后重试。</translation>
        </message>
        <message>
            <source>{name} is there, but not ready: ask them to open “Add a friend”, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 在线，但还没准备好：请对方打开“添加好友”，然后重试。</translation>
        </message>
        <message>
            <source>The connection to {name} was lost: stay on the same network and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>与 {name} 的连接已断开：请保持在同一网络，然后重试。</translation>
        </message>
        <message>
            <source>{name} did not answer in time: try again when both of you are ready.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 没有及时答复：请在双方都准备好后重试。</translation>
        </message>
        <message>
            <source>{name}'s Byhand did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的 Byhand 没有遵守规则，因此连接已关闭：请确认你们都使用最新的 Byhand，然后重试。</translation>
        </message>
        <message>
            <source>{name} is this computer itself: pick somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 就是这台电脑：请选择别人。</translation>
        </message>
        <message>
            <source>Stop. Someone may be in between you two. Nothing was sent. Try again side by side, or on another network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>停止。你们两人之间可能有别人。没有发送任何内容。请面对面重试，或换一个网络。</translation>
        </message>
        <message>
            <source>{name} said no, or closed the window: ask them, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 拒绝了或关闭了窗口：请询问对方，然后重试。</translation>
        </message>
        <message>
            <source>Too many attempts in a short time: wait ten minutes, then try again, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>短时间内尝试过多：请等待十分钟后重试，或使用邀请链接。</translation>
        </message>
        <message>
            <source>Stop. One of {name}'s keys belongs to another friend of yours. Nothing was sent: don't trust it, and ask that friend in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>停止。{name} 的一个密钥属于你的另一位好友。没有发送任何内容：不要相信它，请当面询问那位好友。</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 字节</numerusform>
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
            </translation>
        </message>
        <message>
            <source>estimating…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在估算…</translation>
        </message>
        <message numerus="yes">
            <source>%n s left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>还剩 %Ln 秒</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>还剩 %Ln 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n h left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>大约还有 %Ln 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>大约还有 %Ln 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个新增</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 个相同</numerusform>
            </translation>
        </message>
        <message>
            <source>It is a program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是一个程序</translation>
        </message>
        <message numerus="yes">
            <source>%n program(s) among them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>其中有 %Ln 个程序</numerusform>
            </translation>
        </message>
        <message>
            <source>program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>程序</translation>
        </message>
        <message>
            <source>acts by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>会自行运行</translation>
        </message>
        <message>
            <source>hidden</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Very many files and folders: saving them takes long</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>文件和文件夹非常多：保存需要很长时间</translation>
        </message>
        <message>
            <source>{bytes} of {total}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{bytes} / {total}</translation>
        </message>
        <message>
            <source>{whole}.{tenth}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{whole}.{tenth}</translation>
        </message>
        <message>
            <source>“{title}” did not arrive here. Please send it to me again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>“{title}”没有到达我这里。请再发给我一次。</translation>
        </message>
        <message>
            <source>Please update Byhand: yours is too old to receive “{title}” from me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>请更新 Byhand：你的版本太旧，无法接收我发的“{title}”。</translation>
        </message>
        <message>
            <source>I can't use your Byhand invitation. Please make a new one and send it to me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>我无法使用你的 Byhand 邀请。请重新生成一个并发给我。</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已屏蔽</translation>
        </message>
        <message>
            <source>Identity has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>身份已更改</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>这是谁？</translation>
        </message>
        <message>
            <source>Used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在两台电脑上使用</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>尚未验证</translation>
        </message>
        <message>
            <source>On this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在此网络中</translation>
        </message>
        <message>
            <source>Over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>通过互联网</translation>
        </message>
        <message>
            <source>Online, but can't be reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>在线，但无法连接</translation>
        </message>
        <message>
            <source>Not seen yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>还没有出现过</translation>
        </message>
        <message>
            <source>Last seen just now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>刚刚在线</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n min ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 分钟前在线</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n h ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 小时前在线</numerusform>
            </translation>
        </message>
        <message>
            <source>Last seen yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>昨天在线</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n day(s) ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln 天前在线</numerusform>
            </translation>
        </message>
        <message>
            <source>Held until you say who {name} is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已暂留，等你说明 {name} 是谁</translation>
        </message>
        <message>
            <source>{name}'s identity has changed — nothing is sent until you pair again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 的身份已更改，在重新配对之前不会发送任何内容</translation>
        </message>
        <message>
            <source>{name} is online but can't be reached. A firewall may be in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 在线但无法连接。可能有防火墙阻挡</translation>
        </message>
        <message numerus="yes">
            <source>Counting files… %n so far</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>正在统计文件… 目前 %Ln 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting %n file(s) takes a while</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>统计 %Ln 个文件需要一些时间</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is offline — starts by itself when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已离线，上线后会自动开始</translation>
        </message>
        <message>
            <source>{name} decides later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 以后再决定</translation>
        </message>
        <message>
            <source>Waiting for {name} to accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在等待 {name} 接受</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你以后再决定</translation>
        </message>
        <message>
            <source>{name} waits for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 在等你答复</translation>
        </message>
        <message numerus="yes">
            <source>No data for %n s — still trying</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>已有 %Ln 秒没有数据，仍在尝试</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done} 个文件，共 %Ln 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Making room for it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在腾出空间</translation>
        </message>
        <message>
            <source>Checking that every byte arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>正在检查每个字节是否到达</translation>
        </message>
        <message>
            <source>Saved in {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已保存到 {folder}</translation>
        </message>
        <message>
            <source>Text received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已收到文本</translation>
        </message>
        <message>
            <source>accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>已自动接受</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s) arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>已到达 {done} 个文件，共 %Ln 个</numerusform>
            </translation>
        </message>
        <message>
            <source>did not</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>未到达</translation>
        </message>
        <message>
            <source>{name} went offline before you answered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 在你答复前离线了</translation>
        </message>
        <message>
            <source>You declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已拒绝</translation>
        </message>
        <message>
            <source>{name} declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已拒绝</translation>
        </message>
        <message>
            <source>You took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已撤回</translation>
        </message>
        <message>
            <source>{name} took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已撤回</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你已取消</translation>
        </message>
        <message>
            <source>{name} cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} 已取消</translation>
        </message>
        <message>
            <source>Nobody answered in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>没有人及时答复</translation>
        </message>
        <message>
            <source>You did not answer in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>你没有及时答复</translation>
        </message>
    </context>
</TS>
