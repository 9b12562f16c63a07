<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>AddFriend</name>
        <message>
            <source>Add a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة صديق</translation>
        </message>
        <message>
            <source>How to add them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>طريقة الإضافة</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>شخص قريب</translation>
        </message>
        <message>
            <source>Invite link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رابط دعوة</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Find by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث بالاسم</translation>
        </message>
        <message>
            <source>Find somebody nearby by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث بالاسم عن شخص قريب</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فحص الاتصال…</translation>
        </message>
        <message numerus="yes">
            <source>and %n more: search by name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا مزيد: ابحث بالاسم</numerusform>
                <numerusform>وواحد آخر: ابحث بالاسم</numerusform>
                <numerusform>واثنان آخران: ابحث بالاسم</numerusform>
                <numerusform>و%Ln آخرون: ابحث بالاسم</numerusform>
                <numerusform>و%Ln آخرون: ابحث بالاسم</numerusform>
                <numerusform>و%Ln آخرون: ابحث بالاسم</numerusform>
            </translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة {name}</translation>
        </message>
        <message>
            <source>They need Byhand open on the same network, with “Add a friend” open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يجب أن يكون Byhand مفتوحًا لديه على الشبكة نفسها، مع فتح «إضافة صديق».</translation>
        </message>
        <message>
            <source>Nobody nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا أحد بالقرب</translation>
        </message>
        <message>
            <source>This is my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذا حاسوبي أنا</translation>
        </message>
        <message>
            <source>Look again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث مجددًا</translation>
        </message>
        <message>
            <source>How long the link works</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مدة صلاحية الرابط</translation>
        </message>
        <message>
            <source>The invitation as a QR code</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الدعوة على شكل رمز QR</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Make a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إنشاء دعوة جديدة</translation>
        </message>
        <message>
            <source>Also reachable at…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>متاح أيضًا على العنوان…</translation>
        </message>
        <message>
            <source>Use</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استخدام</translation>
        </message>
        <message>
            <source>There is no invitation yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا توجد دعوة بعد</translation>
        </message>
        <message>
            <source>Waiting for someone to use this link…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>في انتظار أن يستخدم أحد هذا الرابط…</translation>
        </message>
        <message>
            <source>{name} used your link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استخدم {name} رابطك</translation>
        </message>
        <message>
            <source>{name} used an earlier link of yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استخدم {name} رابطًا سابقًا لك</translation>
        </message>
        <message>
            <source>This invitation has expired</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انتهت صلاحية هذه الدعوة</translation>
        </message>
        <message>
            <source>Making an invitation…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ إنشاء دعوة…</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>Your invitation link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رابط دعوتك</translation>
        </message>
        <message>
            <source>HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المضيف أو المضيف:المنفذ</translation>
        </message>
        <message>
            <source>A further address where you can be reached, HOST or HOST:PORT</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عنوان آخر يمكن الوصول إليك عليه، المضيف أو المضيف:المنفذ</translation>
        </message>
        <message>
            <source>Make a link with this address</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إنشاء رابط بهذا العنوان</translation>
        </message>
        <message>
            <source>Send this link, or let them scan the code. It works once.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أرسل هذا الرابط، أو دعه يمسح الرمز. يعمل مرة واحدة فقط.</translation>
        </message>
        <message>
            <source>Invite someone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>دعوة شخص</translation>
        </message>
        <message>
            <source>1 hour</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ساعة واحدة</translation>
        </message>
        <message>
            <source>24 hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>24 ساعة</translation>
        </message>
        <message>
            <source>7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>7 أيام</translation>
        </message>
        <message>
            <source>The link you were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الرابط الذي وصلك</translation>
        </message>
        <message>
            <source>Add whoever sent the link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة مرسل الرابط</translation>
        </message>
        <message>
            <source>Ask for a new one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>طلب دعوة جديدة</translation>
        </message>
        <message>
            <source>Copies what you can write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ينسخ ما يمكنك أن تكتبه إليه</translation>
        </message>
        <message>
            <source>Paste the link you were sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الصق الرابط الذي وصلك.</translation>
        </message>
        <message>
            <source>Got an invitation?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هل لديك دعوة؟</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الاتصال…</translation>
        </message>
        <message>
            <source>{name} is your friend now. Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أصبح {name} صديقك الآن. لم يتم التحقق بعد – يمكنكما مقارنة الرمزين في أي وقت</translation>
        </message>
        <message>
            <source>Copied — paste it where you write to them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ – الصقه حيث تتراسلان</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Why?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لماذا؟</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>You're offline — continues when you're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أنت غير متصل – تستمر العملية عند عودتك</translation>
        </message>
        <message>
            <source>Can't look for people nearby (the network blocks it). Friends still work</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن البحث عن أشخاص بالقرب (الشبكة تمنع ذلك). أصدقاؤك ما زالوا متاحين</translation>
        </message>
        <message>
            <source>Another program uses our port — using {port} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>برنامج آخر يستخدم منفذنا – نستخدم {port} بدلًا منه</translation>
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
            <translation>Byhand ما زال يعمل في شريط النظام</translation>
        </message>
        <message numerus="yes">
            <source>Byhand keeps running: %n transfer(s) under way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>Byhand ما زال يعمل: لا نقل جارٍ</numerusform>
                <numerusform>Byhand ما زال يعمل: عملية نقل جارية</numerusform>
                <numerusform>Byhand ما زال يعمل: عمليتا نقل جاريتان</numerusform>
                <numerusform>Byhand ما زال يعمل: %Ln عمليات نقل جارية</numerusform>
                <numerusform>Byhand ما زال يعمل: %Ln عملية نقل جارية</numerusform>
                <numerusform>Byhand ما زال يعمل: %Ln عملية نقل جارية</numerusform>
            </translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح</translation>
        </message>
        <message>
            <source>Quit instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بل إنهاء</translation>
        </message>
    </context>
    <context>
        <name>ConnectionCheck</name>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>Copy command</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ الأمر</translation>
        </message>
        <message>
            <source>Open settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح الإعدادات</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة المحاولة</translation>
        </message>
        <message>
            <source>{verb}: {step}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{verb}: {step}</translation>
        </message>
        <message>
            <source>Check connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فحص الاتصال</translation>
        </message>
        <message>
            <source>Check the connection with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فحص الاتصال مع {name}</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الفحص مجددًا</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التفاصيل</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرض</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الملفات</translation>
        </message>
        <message>
            <source>Technical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تفاصيل تقنية</translation>
        </message>
        <message>
            <source>Group</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المجموعة</translation>
        </message>
        <message>
            <source>Close details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إغلاق التفاصيل</translation>
        </message>
    </context>
    <context>
        <name>DragOut</name>
        <message numerus="yes">
            <source>{name} and %n more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{name} وحده</numerusform>
                <numerusform>{name} وآخر</numerusform>
                <numerusform>{name} واثنان آخران</numerusform>
                <numerusform>{name} و%Ln أخرى</numerusform>
                <numerusform>{name} و%Ln أخرى</numerusform>
                <numerusform>{name} و%Ln أخرى</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropZone</name>
        <message>
            <source>Choose files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اختيار الملفات…</translation>
        </message>
        <message>
            <source>Drop, then choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أفلت، ثم اختر صديقًا</translation>
        </message>
        <message>
            <source>Drop files or folders here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أفلت الملفات أو المجلدات هنا</translation>
        </message>
        <message>
            <source>or straight onto a friend on the left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أو مباشرةً على صديق في القائمة</translation>
        </message>
        <message>
            <source>They go straight from your computer to your friend's, encrypted.
Nothing is stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تنتقل مشفَّرةً مباشرةً من حاسوبك إلى حاسوب صديقك.
لا يُخزَّن شيء في الطريق.</translation>
        </message>
        <message>
            <source>Someone nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>شخص قريب</translation>
        </message>
        <message>
            <source>Invite by link</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>دعوة برابط</translation>
        </message>
        <message>
            <source>Find each other in one room, or send them an invitation link.
Then drop files on their name: they go straight to their computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليجد كل منكما الآخر في الغرفة نفسها، أو أرسل رابط دعوة.
ثم أفلت الملفات على الاسم: فتذهب مباشرةً إلى حاسوبه.</translation>
        </message>
        <message>
            <source>Add your first friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أضف أول صديق لك</translation>
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
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الحجم</translation>
        </message>
        <message>
            <source>State</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>Progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التقدم</translation>
        </message>
        <message>
            <source>saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>محفوظ باسم {name}</translation>
        </message>
        <message>
            <source>Find a file</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث عن ملف</translation>
        </message>
        <message>
            <source>Only problems</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المشكلات فقط</translation>
        </message>
        <message>
            <source>The files are being counted.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ عد الملفات.</translation>
        </message>
        <message>
            <source>No file called “{text}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا ملف باسم «{text}».</translation>
        </message>
        <message>
            <source>No problems.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا مشكلات.</translation>
        </message>
        <message>
            <source>The list of files was not kept, as nothing came of it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تُحفظ قائمة الملفات لأن النقل لم يتم.</translation>
        </message>
        <message>
            <source>The files are not known yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الملفات غير معروفة بعد.</translation>
        </message>
        <message>
            <source>Files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الملفات</translation>
        </message>
        <message>
            <source>Leave this file out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استبعاد هذا الملف</translation>
        </message>
        <message numerus="yes">
            <source>Leave %n file(s) out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات للاستبعاد</numerusform>
                <numerusform>استبعاد ملف واحد</numerusform>
                <numerusform>استبعاد ملفين</numerusform>
                <numerusform>استبعاد %Ln ملفات</numerusform>
                <numerusform>استبعاد %Ln ملفًا</numerusform>
                <numerusform>استبعاد %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إظهار في المجلد</translation>
        </message>
        <message>
            <source>Try again what failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة المحاولة لما فشل</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يسمح سطح المكتب هذا ببدء Byhand عند تسجيل الدخول.</translation>
        </message>
        <message>
            <source>Welcome to Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مرحبًا بك في Byhand</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يراني من بالقرب لمدة 10 دقائق</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البدء عند تسجيل الدخول</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ابدأ</translation>
        </message>
        <message>
            <source>Files go straight from your computer to your friend's, encrypted.
No account, nothing stored in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تنتقل الملفات مشفَّرةً مباشرةً من حاسوبك إلى حاسوب صديقك.
بلا حساب، ولا يُخزَّن شيء في الطريق.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذا الحاسوب</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ الملفات في</translation>
        </message>
        <message>
            <source>The firewall may ask once — allow private networks.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قد يسأل جدار الحماية مرة واحدة – اسمح بالشبكات الخاصة.</translation>
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
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Not a friend yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليس صديقًا بعد</translation>
        </message>
        <message>
            <source>My computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حواسيبي</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأصدقاء</translation>
        </message>
        <message>
            <source>No friend called “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا صديق باسم «{name}».</translation>
        </message>
        <message>
            <source>Nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بالقرب</translation>
        </message>
        <message>
            <source>Nobody nearby. They need “Add a friend” open in Byhand, on the same network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا أحد بالقرب. يجب أن تكون «إضافة صديق» مفتوحة لديهم في Byhand، على الشبكة نفسها.</translation>
        </message>
        <message numerus="yes">
            <source>%n online</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>المتصلون: %Ln</numerusform>
                <numerusform>المتصلون: %Ln</numerusform>
                <numerusform>المتصلون: %Ln</numerusform>
                <numerusform>المتصلون: %Ln</numerusform>
                <numerusform>المتصلون: %Ln</numerusform>
                <numerusform>المتصلون: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التحقق</translation>
        </message>
        <message>
            <source>my own computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاسوبي أنا</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}, nearby, not a friend yet, press Enter to add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name}، بالقرب، ليس صديقًا بعد، اضغط Enter للإضافة</translation>
        </message>
        <message>
            <source>{name} at {computer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} على {computer}</translation>
        </message>
        <message>
            <source>Make sure that this is who you mean.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تأكد من أن هذا هو الشخص الذي تقصده.</translation>
        </message>
        <message>
            <source>Add {name} first — press Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أضف {name} أولًا بزر الإضافة</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them to send files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لقد حظرت {name}: ألغِ الحظر لإرسال الملفات</translation>
        </message>
        <message>
            <source>Nothing is sent to {name} until you say who that is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يُرسَل شيء إلى {name} حتى تقول من هو</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد: {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد</translation>
        </message>
        <message numerus="yes">
            <source>Drop to send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا أصدقاء للإرسال إليهم</numerusform>
                <numerusform>أفلت للإرسال إلى صديق واحد</numerusform>
                <numerusform>أفلت للإرسال إلى صديقين</numerusform>
                <numerusform>أفلت للإرسال إلى %Ln أصدقاء</numerusform>
                <numerusform>أفلت للإرسال إلى %Ln صديقًا</numerusform>
                <numerusform>أفلت للإرسال إلى %Ln صديق</numerusform>
            </translation>
        </message>
        <message>
            <source>Drop to send</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أفلت للإرسال</translation>
        </message>
        <message>
            <source>Drop to send when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أفلت للإرسال عند عودته</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق بعد</translation>
        </message>
        <message>
            <source>{computer} not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق من {computer} بعد</translation>
        </message>
        <message>
            <source>Looks like another name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يشبه اسمًا آخر</translation>
        </message>
    </context>
    <context>
        <name>FriendMenu</name>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة تسمية…</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا أصدقاء للإرسال إليهم…</numerusform>
                <numerusform>إرسال إلى صديق واحد…</numerusform>
                <numerusform>إرسال إلى صديقين…</numerusform>
                <numerusform>إرسال إلى %Ln أصدقاء…</numerusform>
                <numerusform>إرسال إلى %Ln صديقًا…</numerusform>
                <numerusform>إرسال إلى %Ln صديق…</numerusform>
            </translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إرسال ملفات…</translation>
        </message>
        <message>
            <source>When {name} sends files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عندما يرسل {name} ملفات…</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحديد السرعة…</translation>
        </message>
        <message>
            <source>Add address…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة عنوان…</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فحص الاتصال…</translation>
        </message>
        <message>
            <source>Identity has changed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّرت الهوية…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من هذا…</translation>
        </message>
        <message>
            <source>Used on two computers…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مستخدمة على حاسوبين…</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين…</translation>
        </message>
        <message>
            <source>Introduce to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعريف بـ…</translation>
        </message>
        <message>
            <source>This is somebody else's computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذا حاسوب شخص آخر</translation>
        </message>
        <message>
            <source>This is my computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذا حاسوبي</translation>
        </message>
        <message>
            <source>Another computer of…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاسوب آخر لـ…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء الحظر</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حظر…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إزالة…</translation>
        </message>
        <message>
            <source>Remove this computer…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إزالة هذا الحاسوب…</translation>
        </message>
        <message>
            <source>{name} is not there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} غير موجود</translation>
        </message>
    </context>
    <context>
        <name>FriendNotice</name>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليس الآن</translation>
        </message>
        <message>
            <source>{name} came by a name you know. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جاء {name} باسم تعرفه. لا يُرسَل شيء حتى تقول من هو.</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تقارن الرمزين مع {name} بعد.</translation>
        </message>
        <message>
            <source>The identity of {name} is used on two computers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هوية {name} مستخدمة على حاسوبين.</translation>
        </message>
        <message>
            <source>The identity of {name} has changed. Nothing is sent until you say who that is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّرت هوية {name}. لا يُرسَل شيء حتى تقول من هو.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين…</translation>
        </message>
        <message>
            <source>Look into it…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نظرة فاحصة…</translation>
        </message>
    </context>
    <context>
        <name>FriendPicker</name>
        <message>
            <source>Choose a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اختيار صديق</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث عن صديق</translation>
        </message>
        <message numerus="yes">
            <source>Send to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا أصدقاء للإرسال إليهم</numerusform>
                <numerusform>إرسال إلى صديق واحد</numerusform>
                <numerusform>إرسال إلى صديقين</numerusform>
                <numerusform>إرسال إلى %Ln أصدقاء</numerusform>
                <numerusform>إرسال إلى %Ln صديقًا</numerusform>
                <numerusform>إرسال إلى %Ln صديق</numerusform>
            </translation>
        </message>
        <message>
            <source>Send the picture to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إرسال الصورة إلى</translation>
        </message>
        <message>
            <source>Send the text to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إرسال النص إلى</translation>
        </message>
        <message numerus="yes">
            <source>Send %n item(s) to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا عناصر للإرسال إلى</numerusform>
                <numerusform>إرسال عنصر واحد إلى</numerusform>
                <numerusform>إرسال عنصرين إلى</numerusform>
                <numerusform>إرسال %Ln عناصر إلى</numerusform>
                <numerusform>إرسال %Ln عنصرًا إلى</numerusform>
                <numerusform>إرسال %Ln عنصر إلى</numerusform>
            </translation>
        </message>
        <message>
            <source>They pass it on to each other</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يمررونه بعضهم إلى بعض</translation>
        </message>
        <message>
            <source>They pass it on to each other: {choice}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يمررونه بعضهم إلى بعض: {choice}</translation>
        </message>
        <message>
            <source>Send to which of {name}'s computers?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلى أيٍّ من حواسيب {name}؟</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>Friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الصديق</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المستلم</translation>
        </message>
        <message>
            <source>Has</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لديه</translation>
        </message>
        <message>
            <source>Gave you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أعطاك</translation>
        </message>
        <message>
            <source>Got from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أخذ منك</translation>
        </message>
        <message>
            <source>Stop</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>توقف</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التوقف عن التمرير</translation>
        </message>
        <message>
            <source>Those who receive it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من يستلمونه</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الكل</translation>
        </message>
        <message>
            <source>Active</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>النشطة</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المنتهية</translation>
        </message>
        <message>
            <source>Show</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرض</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السجل</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عمليات النقل</translation>
        </message>
        <message>
            <source>Pause all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إيقاف الكل مؤقتًا</translation>
        </message>
        <message>
            <source>Resume all</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استئناف الكل</translation>
        </message>
        <message numerus="yes">
            <source>%n running</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>قيد التنفيذ: %Ln</numerusform>
                <numerusform>قيد التنفيذ: %Ln</numerusform>
                <numerusform>قيد التنفيذ: %Ln</numerusform>
                <numerusform>قيد التنفيذ: %Ln</numerusform>
                <numerusform>قيد التنفيذ: %Ln</numerusform>
                <numerusform>قيد التنفيذ: %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n paused</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>متوقفة مؤقتًا: %Ln</numerusform>
                <numerusform>متوقفة مؤقتًا: %Ln</numerusform>
                <numerusform>متوقفة مؤقتًا: %Ln</numerusform>
                <numerusform>متوقفة مؤقتًا: %Ln</numerusform>
                <numerusform>متوقفة مؤقتًا: %Ln</numerusform>
                <numerusform>متوقفة مؤقتًا: %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>يُمرَّر إلى آخرين: %Ln</numerusform>
                <numerusform>يُمرَّر إلى آخرين: %Ln</numerusform>
                <numerusform>يُمرَّر إلى آخرين: %Ln</numerusform>
                <numerusform>يُمرَّر إلى آخرين: %Ln</numerusform>
                <numerusform>يُمرَّر إلى آخرين: %Ln</numerusform>
                <numerusform>يُمرَّر إلى آخرين: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>{speed} up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفع {speed}</translation>
        </message>
        <message>
            <source>{speed} down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تنزيل {speed}</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>تنتظر ردك: %Ln</numerusform>
                <numerusform>تنتظر ردك: %Ln</numerusform>
                <numerusform>تنتظر ردك: %Ln</numerusform>
                <numerusform>تنتظر ردك: %Ln</numerusform>
                <numerusform>تنتظر ردك: %Ln</numerusform>
                <numerusform>تنتظر ردك: %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
                <numerusform>قيد الانتظار: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا شيء في الطريق</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Fetch again what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جلب الناقص مجددًا</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إظهار في المجلد</translation>
        </message>
        <message>
            <source>Show text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرض النص</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العرض مجددًا</translation>
        </message>
        <message>
            <source>Check again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الفحص مجددًا</translation>
        </message>
        <message>
            <source>Take off the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إخراج من القائمة</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>Time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الوقت</translation>
        </message>
        <message>
            <source>Direction</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاتجاه</translation>
        </message>
        <message>
            <source>Name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Person</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الشخص</translation>
        </message>
        <message>
            <source>Size</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الحجم</translation>
        </message>
        <message>
            <source>Result</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>النتيجة</translation>
        </message>
        <message>
            <source>Actions</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإجراءات</translation>
        </message>
        <message>
            <source>Not read yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُقرأ بعد</translation>
        </message>
        <message>
            <source>Back to transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العودة إلى عمليات النقل</translation>
        </message>
        <message>
            <source>Clear…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مسح…</translation>
        </message>
        <message>
            <source>Find in history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث في السجل</translation>
        </message>
        <message>
            <source>Show everything again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إظهار كل شيء مجددًا</translation>
        </message>
        <message>
            <source>All</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الكل</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المرسلة</translation>
        </message>
        <message>
            <source>Received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المستلمة</translation>
        </message>
        <message>
            <source>Anyone</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كل الأشخاص</translation>
        </message>
        <message>
            <source>Any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أي وقت</translation>
        </message>
        <message>
            <source>Find…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بحث…</translation>
        </message>
        <message>
            <source>History</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السجل</translation>
        </message>
        <message>
            <source>Today</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>آخر 7 أيام</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>آخر 30 يومًا</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>آخر 12 شهرًا</translation>
        </message>
        <message>
            <source>{name} is asked for what is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>طُلب من {name} ما هو ناقص</translation>
        </message>
        <message>
            <source>Offered to {name} again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عُرض على {name} مجددًا</translation>
        </message>
        <message>
            <source>Show transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرض عمليات النقل</translation>
        </message>
        <message>
            <source>Clear the list?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أتريد مسح القائمة؟</translation>
        </message>
        <message>
            <source>Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تبقى الملفات في مكانها.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Nothing yet. Everything you send and receive is listed here, only on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا شيء بعد. يُدرج هنا كل ما ترسله وتستلمه، على هذا الحاسوب فقط.</translation>
        </message>
        <message>
            <source>Nothing called “{text}” was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُرسَل ولم يُستلم شيء باسم «{text}»</translation>
        </message>
        <message>
            <source>Nothing like that was sent or received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُرسَل ولم يُستلم شيء كهذا</translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا عمليات نقل</numerusform>
                <numerusform>عملية نقل واحدة</numerusform>
                <numerusform>عمليتا نقل</numerusform>
                <numerusform>%Ln عمليات نقل</numerusform>
                <numerusform>%Ln عملية نقل</numerusform>
                <numerusform>%Ln عملية نقل</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n transfer(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لم يُعثر على عمليات نقل</numerusform>
                <numerusform>عُثر على عملية نقل واحدة</numerusform>
                <numerusform>عُثر على عمليتي نقل</numerusform>
                <numerusform>عُثر على %Ln عمليات نقل</numerusform>
                <numerusform>عُثر على %Ln عملية نقل</numerusform>
                <numerusform>عُثر على %Ln عملية نقل</numerusform>
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
            <translation>من {name}</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلى {name}</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أمس</translation>
        </message>
        <message>
            <source>Moved or deleted</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نُقل أو حُذف</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التسليم</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصل</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done}، والملفات: %Ln</numerusform>
                <numerusform>{done} من ملف واحد</numerusform>
                <numerusform>{done} من ملفين</numerusform>
                <numerusform>{done} من %Ln ملفات</numerusform>
                <numerusform>{done} من %Ln ملفًا</numerusform>
                <numerusform>{done} من %Ln ملف</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Identity</name>
        <message>
            <source>Save a copy of your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ نسخة من هويتك</translation>
        </message>
        <message>
            <source>Take over an identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أخذ هوية</translation>
        </message>
        <message>
            <source>Your identity is saved in {file}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حُفظت هويتك في {file}.</translation>
        </message>
        <message>
            <source>A passphrase for the copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عبارة مرور للنسخة</translation>
        </message>
        <message>
            <source>Whoever has the file and the passphrase is you to all your friends. Keep both safe and apart; the passphrase cannot be looked up anywhere. Several words that do not belong together are a good one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من لديه الملف وعبارة المرور فهو أنت عند كل أصدقائك. احفظهما في مكانين آمنين منفصلين؛ لا يمكن استرجاع عبارة المرور من أي مكان. عدة كلمات لا صلة بينها خيار جيد.</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ</translation>
        </message>
        <message>
            <source>The passphrase of this copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عبارة مرور هذه النسخة</translation>
        </message>
        <message>
            <source>The one that was chosen when {file} was saved.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العبارة التي اختيرت عند حفظ {file}.</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح</translation>
        </message>
        <message numerus="yes">
            <source>Become {name} with %n friend(s)?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>أتريد أن تصبح {name} بلا أصدقاء؟</numerusform>
                <numerusform>أتريد أن تصبح {name} مع صديق واحد؟</numerusform>
                <numerusform>أتريد أن تصبح {name} مع صديقين؟</numerusform>
                <numerusform>أتريد أن تصبح {name} مع %Ln أصدقاء؟</numerusform>
                <numerusform>أتريد أن تصبح {name} مع %Ln صديقًا؟</numerusform>
                <numerusform>أتريد أن تصبح {name} مع %Ln صديق؟</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer takes over the identity of {name} at {computer}, in place of the one it has now. Do not use it on {computer} any more: friends would be warned of two computers with one identity.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سيأخذ هذا الحاسوب هوية {name} على {computer} بدلًا من هويته الحالية. لا تستخدمها على {computer} بعد ذلك: وإلا حُذِّر أصدقاؤك من حاسوبين بهوية واحدة.</translation>
        </message>
        <message>
            <source>Take it over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أخذها</translation>
        </message>
        <message>
            <source>The identity of {name} has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّرت هوية {name}</translation>
        </message>
        <message>
            <source>Nothing is sent until you have paired with them again and compared codes.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يُرسَل شيء حتى تقترنا من جديد وتقارنا الرمزين.</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاقتران من جديد…</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حظر</translation>
        </message>
        <message>
            <source>What do you call {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ماذا تسمّي {name}؟</translation>
        </message>
        <message>
            <source>A name that none of your friends has.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسم لا يحمله أي من أصدقائك.</translation>
        </message>
        <message>
            <source>Call them that</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استخدام هذا الاسم</translation>
        </message>
        <message>
            <source>Forget the old {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أتريد نسيان {name} السابق؟</translation>
        </message>
        <message>
            <source>What waits for the old computer goes off the list. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ما ينتظر الحاسوب القديم يخرج من القائمة. الملفات التي لديك تبقى في مكانها.</translation>
        </message>
        <message>
            <source>Replace the old one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استبدال السابق</translation>
        </message>
        <message>
            <source>{name} is used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} مستخدم على حاسوبين</translation>
        </message>
        <message>
            <source>The identity came from one computer, and now from another one. Either it has moved there, or somebody has a copy of it. Ask {name}; until then every file is asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جاءت الهوية من حاسوب، ثم من حاسوب آخر. إما أنها انتقلت إليه، أو أن أحدًا لديه نسخة منها. اسأل {name}؛ وحتى ذلك الحين تُسأل عن كل ملف.</translation>
        </message>
        <message>
            <source>It has moved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لقد انتقلت</translation>
        </message>
        <message>
            <source>You have blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لقد حظرت {name}</translation>
        </message>
        <message>
            <source>Nothing comes from them, and nothing can be sent to them.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يأتي منه شيء، ولا يمكن إرسال شيء إليه.</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء الحظر</translation>
        </message>
        <message>
            <source>The friend you know</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الصديق الذي تعرفه</translation>
        </message>
        <message>
            <source>The newcomer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>القادم الجديد</translation>
        </message>
        <message>
            <source>They may have a new computer — or it is someone else. Nothing is sent to either of them until you say who is who.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ربما هو حاسوب جديد – أو شخص آخر. لا يُرسَل شيء إلى أي منهما حتى تقول من هو من.</translation>
        </message>
        <message>
            <source>Who is {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من هو {name}؟</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>القرار لاحقًا</translation>
        </message>
        <message>
            <source>Compare codes with the newcomer before you believe that this is {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قارن الرمزين مع القادم الجديد قبل أن تصدّق أنه {name}.</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين…</translation>
        </message>
        <message>
            <source>Somebody else</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>شخص آخر</translation>
        </message>
        <message>
            <source>They get a name of their own; {name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يحصل على اسم خاص به؛ ويبقى {name} كما كان.</translation>
        </message>
        <message>
            <source>Give a name…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعطاء اسم…</translation>
        </message>
        <message>
            <source>Another computer of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاسوب آخر لـ {name}</translation>
        </message>
        <message>
            <source>Both are used from now on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يُستخدم كلاهما من الآن.</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاحتفاظ بكليهما</translation>
        </message>
        <message>
            <source>{name} on a new computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} على حاسوب جديد</translation>
        </message>
        <message>
            <source>The old one is forgotten, with what waits for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يُنسى القديم مع كل ما ينتظره.</translation>
        </message>
        <message>
            <source>Replace the old one…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استبدال السابق…</translation>
        </message>
        <message>
            <source>Nobody I want to hear of</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>شخص لا أريد أن يصلني منه شيء</translation>
        </message>
        <message>
            <source>{name} is as before.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبقى {name} كما كان.</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إزالة…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حظر…</translation>
        </message>
        <message>
            <source>Introduced by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرّفك به {name}</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق بعد</translation>
        </message>
        <message>
            <source>Verified on {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التحقق في {date}</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عبارة المرور</translation>
        </message>
        <message>
            <source>The same once more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العبارة نفسها مرة أخرى</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العبارتان غير متطابقتين بعد.</translation>
        </message>
        <message>
            <source>One moment…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>Introduction</name>
        <message>
            <source>Introduce {name} to…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعريف {name} بـ…</translation>
        </message>
        <message>
            <source>Introduce</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعريف</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Both see the name you use for the other, and become friends if both agree.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يرى كل منهما الاسم الذي تستخدمه للآخر، ويصبحان صديقين إذا وافقا.</translation>
        </message>
        <message>
            <source>Nobody else is there right now. To introduce {name} to somebody, both of them must be online.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا أحد غيره متصل الآن. لتعريف {name} بأحد يجب أن يكون كلاهما متصلًا.</translation>
        </message>
        <message>
            <source>Become friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لنصبح صديقين</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سحب الطلب</translation>
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
            <translation>اختيار الملفات للإرسال</translation>
        </message>
        <message numerus="yes">
            <source>Sending to %n friend(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا أصدقاء للإرسال إليهم</numerusform>
                <numerusform>جارٍ الإرسال إلى صديق واحد</numerusform>
                <numerusform>جارٍ الإرسال إلى صديقين</numerusform>
                <numerusform>جارٍ الإرسال إلى %Ln أصدقاء</numerusform>
                <numerusform>جارٍ الإرسال إلى %Ln صديقًا</numerusform>
                <numerusform>جارٍ الإرسال إلى %Ln صديق</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لم يُختر أي صديق</numerusform>
                <numerusform>اختير صديق واحد</numerusform>
                <numerusform>اختير صديقان</numerusform>
                <numerusform>اختير %Ln أصدقاء</numerusform>
                <numerusform>اختير %Ln صديقًا</numerusform>
                <numerusform>اختير %Ln صديق</numerusform>
            </translation>
        </message>
        <message>
            <source>Make it private</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جعله خاصًا</translation>
        </message>
    </context>
    <context>
        <name>Nameless</name>
        <message>
            <source>A friend wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>صديق يريد مقارنة الرمزين معك</translation>
        </message>
        <message>
            <source>A friend introduces somebody to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>صديق يعرّفك بشخص</translation>
        </message>
        <message>
            <source>A friend wants to send you something</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>صديق يريد أن يرسل إليك شيئًا</translation>
        </message>
        <message>
            <source>Something is coming from a friend — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>شيء قادم من صديق – قُبل تلقائيًا</translation>
        </message>
        <message>
            <source>A friend declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفض صديق</translation>
        </message>
        <message>
            <source>A transfer has failed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فشلت عملية نقل</translation>
        </message>
        <message>
            <source>Not all of a transfer has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تصل عملية نقل كاملة</translation>
        </message>
        <message>
            <source>Something from a friend has arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصل شيء من صديق</translation>
        </message>
        <message>
            <source>What you sent has been delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم تسليم ما أرسلته</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Show report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرض التقرير</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. Nothing is lost</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أُغلق Byhand على نحو غير متوقع. لم يضع شيء</translation>
        </message>
        <message>
            <source>Byhand closed unexpectedly. One transfer continues now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أُغلق Byhand على نحو غير متوقع. تستمر الآن عملية نقل واحدة</translation>
        </message>
        <message numerus="yes">
            <source>Byhand closed unexpectedly. %n transfer(s) continue now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>أُغلق Byhand على نحو غير متوقع. لم يضع شيء</numerusform>
                <numerusform>أُغلق Byhand على نحو غير متوقع. تستمر الآن عملية نقل واحدة</numerusform>
                <numerusform>أُغلق Byhand على نحو غير متوقع. تستمر الآن عمليتا نقل</numerusform>
                <numerusform>أُغلق Byhand على نحو غير متوقع. تستمر الآن %Ln عمليات نقل</numerusform>
                <numerusform>أُغلق Byhand على نحو غير متوقع. تستمر الآن %Ln عملية نقل</numerusform>
                <numerusform>أُغلق Byhand على نحو غير متوقع. تستمر الآن %Ln عملية نقل</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Blocked {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم حظر {name}</translation>
        </message>
        <message>
            <source>Not saved. {problem}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُحفظ. {problem}</translation>
        </message>
        <message>
            <source>Dismiss: {text}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إخفاء: {text}</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إخفاء</translation>
        </message>
    </context>
    <context>
        <name>Notification</name>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قبول</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح</translation>
        </message>
    </context>
    <context>
        <name>Offer</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ هذه الملفات في</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيير…</translation>
        </message>
        <message>
            <source>Update the folder already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحديث المجلد الموجود هنا</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Review…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مراجعة…</translation>
        </message>
        <message>
            <source>Accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قبول</translation>
        </message>
        <message>
            <source>Change the folder it is saved in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيير المجلد الذي يُحفظ فيه</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>القرار لاحقًا</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق بعد</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التحقق</translation>
        </message>
        <message>
            <source>{name} wants to send you files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يريد {name} أن يرسل إليك ملفات</translation>
        </message>
        <message>
            <source>{name} wants to send you a text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يريد {name} أن يرسل إليك نصًا</translation>
        </message>
        <message>
            <source>{name} wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يريد {name} أن يرسل إليك مجلدًا</translation>
        </message>
        <message numerus="yes">
            <source>{name} wants to send you %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات يرسلها إليك {name}</numerusform>
                <numerusform>يريد {name} أن يرسل إليك ملفًا واحدًا</numerusform>
                <numerusform>يريد {name} أن يرسل إليك ملفين</numerusform>
                <numerusform>يريد {name} أن يرسل إليك %Ln ملفات</numerusform>
                <numerusform>يريد {name} أن يرسل إليك %Ln ملفًا</numerusform>
                <numerusform>يريد {name} أن يرسل إليك %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is sending you a text — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يرسل {name} إليك نصًا – قُبل تلقائيًا</translation>
        </message>
        <message>
            <source>{name} is sending you a folder — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يرسل {name} إليك مجلدًا – قُبل تلقائيًا</translation>
        </message>
        <message numerus="yes">
            <source>{name} is sending you %n file(s) — accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات يرسلها إليك {name} – قُبلت تلقائيًا</numerusform>
                <numerusform>يرسل {name} إليك ملفًا واحدًا – قُبل تلقائيًا</numerusform>
                <numerusform>يرسل {name} إليك ملفين – قُبلا تلقائيًا</numerusform>
                <numerusform>يرسل {name} إليك %Ln ملفات – قُبلت تلقائيًا</numerusform>
                <numerusform>يرسل {name} إليك %Ln ملفًا – قُبلت تلقائيًا</numerusform>
                <numerusform>يرسل {name} إليك %Ln ملف – قُبلت تلقائيًا</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>counting… %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>جارٍ العد… لا ملفات</numerusform>
                <numerusform>جارٍ العد… ملف واحد</numerusform>
                <numerusform>جارٍ العد… ملفان</numerusform>
                <numerusform>جارٍ العد… %Ln ملفات</numerusform>
                <numerusform>جارٍ العد… %Ln ملفًا</numerusform>
                <numerusform>جارٍ العد… %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>goes to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يُحفظ في {folder}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تقرّر لاحقًا</translation>
        </message>
        <message>
            <source>“{note}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>«{note}»</translation>
        </message>
        <message>
            <source>Take part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المشاركة</translation>
        </message>
    </context>
    <context>
        <name>Pairing</name>
        <message>
            <source>{name}'s number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رقم {name}</translation>
        </message>
        <message>
            <source>Your number: {digits}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رقمك: {digits}</translation>
        </message>
        <message>
            <source>Your number</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رقمك</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Compare codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين</translation>
        </message>
        <message>
            <source>You read six digits to each other, in person or by phone.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يقرأ كل منكما للآخر ستة أرقام، وجهًا لوجه أو بالهاتف.</translation>
        </message>
        <message>
            <source>They don't fit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>غير متطابقين</translation>
        </message>
        <message>
            <source>Do this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لاحقًا</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة المحاولة</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم</translation>
        </message>
        <message>
            <source>They call themselves “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يسمّي نفسه «{name}»، على «{computer}».</translation>
        </message>
        <message>
            <source>Read your number to {name}, and type theirs</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اقرأ رقمك على {name} واكتب رقمه</translation>
        </message>
        <message>
            <source>Ask in person or by phone. If both numbers fit, nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسأله وجهًا لوجه أو بالهاتف. إذا تطابق الرقمان فلا أحد بينكما.</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين مع {name}</translation>
        </message>
        <message>
            <source>Add {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة {name}</translation>
        </message>
        <message>
            <source>A card in their window asks whether they have time for it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تسأله بطاقة في نافذته إن كان لديه وقت لذلك.</translation>
        </message>
        <message>
            <source>In their “Add a friend” they press Add beside “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>في نافذة «إضافة صديق» لديه يضغط زر الإضافة بجانب «{name}».</translation>
        </message>
        <message>
            <source>You know somebody of this name already. Say in your list of friends who is who; until then nothing is sent.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعرف شخصًا بهذا الاسم من قبل. حدّد في قائمة أصدقائك من هو من؛ وحتى ذلك الحين لا يُرسَل شيء.</translation>
        </message>
        <message>
            <source>Verified: both numbers fit, so nobody is in between.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التحقق: الرقمان متطابقان، فلا أحد بينكما.</translation>
        </message>
        <message>
            <source>Not verified yet — you can compare codes at any time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق بعد – يمكنكما مقارنة الرمزين في أي وقت</translation>
        </message>
        <message>
            <source>You and {name} have not compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تقارن أنت و{name} الرمزين</translation>
        </message>
        <message>
            <source>{name} was not added</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تتم إضافة {name}</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message>
            <source>Save these files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ هذه الملفات في</translation>
        </message>
        <message>
            <source>When {name} sends files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عندما يرسل {name} ملفات</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السؤال كل مرة</translation>
        </message>
        <message>
            <source>Accept by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>القبول تلقائيًا</translation>
        </message>
        <message>
            <source>Up to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حتى</translation>
        </message>
        <message>
            <source>Keep executable files executable</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إبقاء الملفات التنفيذية قابلة للتنفيذ</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيير…</translation>
        </message>
        <message>
            <source>Usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المجلد المعتاد</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين…</translation>
        </message>
        <message>
            <source>The usual folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المجلد المعتاد</translation>
        </message>
        <message>
            <source>Change the folder for files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيير مجلد الملفات من {name}</translation>
        </message>
        <message>
            <source>Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يُسأل عن البرامج دائمًا.</translation>
        </message>
        <message>
            <source>Only for friends with whom you have compared codes: until then it may be somebody else who sends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فقط للأصدقاء الذين قارنت معهم الرمزين: قبل ذلك قد يكون المرسل شخصًا آخر.</translation>
        </message>
        <message>
            <source>Save in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الحفظ في</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>That is not a friend of yours any more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يعد هذا من أصدقائك.</translation>
        </message>
        <message>
            <source>That can't be done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن ذلك</translation>
        </message>
        <message>
            <source>Rename {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة تسمية {name}</translation>
        </message>
        <message>
            <source>Rename</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة تسمية</translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أتريد إزالة {name}؟</translation>
        </message>
        <message>
            <source>You can't send each other files any more until you invite each other again. Files you already have stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لن يتمكن أي منكما من إرسال ملفات إلى الآخر حتى تتبادلا الدعوة من جديد. الملفات التي لديك تبقى في مكانها.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إزالة</translation>
        </message>
        <message>
            <source>Block {name}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أتريد حظر {name}؟</translation>
        </message>
        <message>
            <source>What is under way with them ends, and nothing comes from them until you unblock them. They are not told.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ينتهي ما هو جارٍ معه، ولا يأتي منه شيء حتى تلغي الحظر. لن يعلم بذلك.</translation>
        </message>
        <message>
            <source>Block</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حظر</translation>
        </message>
        <message>
            <source>Another computer of whom?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاسوب آخر لمن؟</translation>
        </message>
        <message>
            <source>There is no other friend whose computer it could be.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يوجد صديق آخر يمكن أن يكون هذا حاسوبه.</translation>
        </message>
        <message>
            <source>Is {name} another computer of {person}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هل {name} حاسوب آخر لـ {person}؟</translation>
        </message>
        <message>
            <source>Both are shown as {person} then, and you choose the computer when you send.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يظهر كلاهما عندئذ باسم {person}، وتختار الحاسوب عند الإرسال.</translation>
        </message>
        <message>
            <source>Show them as one</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إظهارهما معًا</translation>
        </message>
        <message>
            <source>Add an address of {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة عنوان لـ {name}</translation>
        </message>
        <message>
            <source>Where their computer can be reached, as HOST or HOST:PORT. It is tried besides the addresses that are found by themselves.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حيث يمكن الوصول إلى حاسوبه، بصيغة المضيف أو المضيف:المنفذ. يُجرَّب إضافةً إلى العناوين التي يُعثر عليها تلقائيًا.</translation>
        </message>
        <message>
            <source>Add</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إبقاؤه كما هو</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Cancel {title}?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أتريد إلغاء {title}؟</translation>
        </message>
        <message>
            <source>{amount} have been handed over already and will be dropped.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سبق نقل {amount} وستضيع.</translation>
        </message>
        <message>
            <source>Cancel it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء النقل</translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message>
            <source>Nothing on the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا شيء في الطريق</translation>
        </message>
        <message>
            <source>Nothing has finished yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم ينتهِ شيء بعد</translation>
        </message>
    </context>
    <context>
        <name>Request</name>
        <message>
            <source>Block {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حظر {name}</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>Not now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليس الآن</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Always accept from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>القبول دائمًا من {name}</translation>
        </message>
        <message>
            <source>Up to {size} at once. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حتى {size} دفعة واحدة. يُسأل عن البرامج دائمًا.</translation>
        </message>
        <message>
            <source>Files from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ملفات من {name}</translation>
        </message>
        <message>
            <source>Decline</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفض</translation>
        </message>
        <message>
            <source>Accept {files} · {size}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قبول {files} · {size}</translation>
        </message>
        <message>
            <source>Largest first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأكبر أولًا</translation>
        </message>
        <message>
            <source>{count} of {total} chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم اختيار {count} من {total}</translation>
        </message>
        <message>
            <source>will be saved as {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سيُحفظ باسم {name}</translation>
        </message>
        <message>
            <source>folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مجلد</translation>
        </message>
        <message>
            <source>chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مختار</translation>
        </message>
        <message>
            <source>chosen in part</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مختار جزئيًا</translation>
        </message>
        <message>
            <source>left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مستبعد</translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n file(s) chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>تم اختيار {count}، والملفات: %Ln</numerusform>
                <numerusform>تم اختيار {count} من ملف واحد</numerusform>
                <numerusform>تم اختيار {count} من ملفين</numerusform>
                <numerusform>تم اختيار {count} من %Ln ملفات</numerusform>
                <numerusform>تم اختيار {count} من %Ln ملفًا</numerusform>
                <numerusform>تم اختيار {count} من %Ln ملف</numerusform>
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
            <translation>الملفات</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين…</translation>
        </message>
        <message>
            <source>You have not compared codes with {name} yet. It may be someone else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تقارن الرمزين مع {name} بعد. قد يكون شخصًا آخر.</translation>
        </message>
        <message>
            <source>wants to send you a folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يريد أن يرسل إليك مجلدًا</translation>
        </message>
        <message numerus="yes">
            <source>wants to send you %n file(s) ({size})</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات يرسلها إليك ({size})</numerusform>
                <numerusform>يريد أن يرسل إليك ملفًا واحدًا ({size})</numerusform>
                <numerusform>يريد أن يرسل إليك ملفين ({size})</numerusform>
                <numerusform>يريد أن يرسل إليك %Ln ملفات ({size})</numerusform>
                <numerusform>يريد أن يرسل إليك %Ln ملفًا ({size})</numerusform>
                <numerusform>يريد أن يرسل إليك %Ln ملف ({size})</numerusform>
            </translation>
        </message>
        <message>
            <source>Verified friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>صديق تم التحقق منه</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق بعد</translation>
        </message>
        <message>
            <source>Save to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الحفظ في</translation>
        </message>
        <message>
            <source>Save to {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الحفظ في {folder}</translation>
        </message>
        <message>
            <source>{size} free</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المتاح {size}</translation>
        </message>
        <message>
            <source>Needs {needed}, {free} free here — choose another folder or fewer files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يلزم {needed}، والمتاح هنا {free} – اختر مجلدًا آخر أو ملفات أقل</translation>
        </message>
        <message>
            <source>Another folder…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مجلد آخر…</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Byhand {version}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإصدار Byhand {version}</translation>
        </message>
        <message>
            <source>Free software under the Apache License 2.0.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>برنامج حر برخصة Apache 2.0.</translation>
        </message>
        <message>
            <source>Technical report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تقرير تقني</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>Copy report</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ التقرير</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإشعارات</translation>
        </message>
        <message>
            <source>With names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مع الأسماء</translation>
        </message>
        <message>
            <source>They say who sends what, and what has arrived.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تقول من يرسل وماذا، وما الذي وصل.</translation>
        </message>
        <message>
            <source>Without names</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بلا أسماء</translation>
        </message>
        <message>
            <source>Nobody who looks over your shoulder learns who it is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يعرف من ينظر من فوق كتفك من هو.</translation>
        </message>
        <message>
            <source>Off</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>متوقفة</translation>
        </message>
        <message>
            <source>Requests wait in the window until you look.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تنتظر الطلبات في النافذة حتى تنظر إليها.</translation>
        </message>
        <message>
            <source>Keep history</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاحتفاظ بالسجل</translation>
        </message>
        <message>
            <source>Forever</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>دائمًا</translation>
        </message>
        <message>
            <source>It is on this computer only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هو على هذا الحاسوب فقط.</translation>
        </message>
        <message>
            <source>30 days</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>30 يومًا</translation>
        </message>
        <message>
            <source>Older entries go by themselves. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تزول السجلات الأقدم من تلقاء نفسها. تبقى الملفات في مكانها.</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أبدًا</translation>
        </message>
        <message>
            <source>What has ended is not listed. Files stay where they are.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يُدرج ما انتهى. تبقى الملفات في مكانها.</translation>
        </message>
        <message>
            <source>Your identity</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هويتك</translation>
        </message>
        <message>
            <source>Save received files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ الملفات المستلمة في</translation>
        </message>
        <message>
            <source>Change the folder for received files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيير مجلد الملفات المستلمة</translation>
        </message>
        <message>
            <source>Change…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيير…</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التحقق</translation>
        </message>
        <message>
            <source>Compare codes…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين…</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء الحظر</translation>
        </message>
        <message>
            <source>Compare codes with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مقارنة الرمزين مع {name}</translation>
        </message>
        <message>
            <source>Unblock {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء حظر {name}</translation>
        </message>
        <message>
            <source>More: {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد: {name}</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة تسمية…</translation>
        </message>
        <message>
            <source>Block…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حظر…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إزالة…</translation>
        </message>
        <message>
            <source>You have no friends here yet.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليس لديك أصدقاء هنا بعد.</translation>
        </message>
        <message>
            <source>Your identity is what friends know you by; it exists on this computer only. With a copy you stay yourself when the computer is lost, or move to another one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هويتك هي ما يعرفك به أصدقاؤك؛ وهي موجودة على هذا الحاسوب فقط. بنسخة منها تبقى أنت أنت إذا ضاع الحاسوب أو انتقلت إلى غيره.</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ نسخة…</translation>
        </message>
        <message>
            <source>Take over from a file…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أخذ هوية من ملف…</translation>
        </message>
        <message>
            <source>As the system</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كما في النظام</translation>
        </message>
        <message>
            <source>Language</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Byhand speaks it when it starts next time.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سيستخدمها Byhand عند بدء تشغيله التالي.</translation>
        </message>
        <message>
            <source>System</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>النظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>داكن</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تباين عالٍ</translation>
        </message>
        <message>
            <source>Colours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الألوان</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فحص الاتصال…</translation>
        </message>
        <message>
            <source>Port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المنفذ</translation>
        </message>
        <message>
            <source>Another program uses port {port}; yours is still {old}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>برنامج آخر يستخدم المنفذ {port}؛ ومنفذك ما زال {old}.</translation>
        </message>
        <message>
            <source>A port is a number from {least} to {most}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المنفذ عدد من {least} إلى {most}.</translation>
        </message>
        <message>
            <source>Another program uses port {port} — using {other} instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>برنامج آخر يستخدم المنفذ {port} – نستخدم {other} بدلًا منه</translation>
        </message>
        <message>
            <source>Holds from the next start on; until then it is {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يسري من بدء التشغيل التالي؛ وحتى ذلك الحين هو {port}.</translation>
        </message>
        <message>
            <source>One folder per friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مجلد لكل صديق</translation>
        </message>
        <message>
            <source>Ask every time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السؤال كل مرة</translation>
        </message>
        <message>
            <source>Accept from verified friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>القبول من أصدقاء تم التحقق منهم</translation>
        </message>
        <message>
            <source>When files come</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عند وصول ملفات</translation>
        </message>
        <message>
            <source>Both are kept: the new one becomes “name (1)”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبقى كلاهما: ويصبح الجديد «الاسم (1)».</translation>
        </message>
        <message>
            <source>Save files in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ الملفات في</translation>
        </message>
        <message>
            <source>When a name exists</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عند وجود الاسم من قبل</translation>
        </message>
        <message>
            <source>Files of friends you have compared codes with come in by themselves, up to 1 GB at once unless you say otherwise for a friend. Programs are always asked about.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ملفات الأصدقاء الذين قارنت معهم الرمزين تصل تلقائيًا، حتى 1 غيغابايت دفعة واحدة ما لم تحدد غير ذلك لصديق. يُسأل عن البرامج دائمًا.</translation>
        </message>
        <message>
            <source>You are asked before anything comes in, unless you say otherwise for a friend.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تُسأل قبل أن يصل أي شيء، ما لم تحدد غير ذلك لصديق.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>You</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أنت</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الاستلام</translation>
        </message>
        <message>
            <source>Who can see me</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من يمكنه رؤيتي</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الشبكة</translation>
        </message>
        <message>
            <source>Look</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المظهر</translation>
        </message>
        <message>
            <source>Start</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ابدأ</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الخصوصية</translation>
        </message>
        <message>
            <source>Friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأصدقاء</translation>
        </message>
        <message>
            <source>About</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حول البرنامج</translation>
        </message>
        <message>
            <source>Done</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم</translation>
        </message>
        <message>
            <source>Start when I log in</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البدء عند تسجيل الدخول</translation>
        </message>
        <message>
            <source>Keep running in the tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مواصلة العمل في شريط النظام</translation>
        </message>
        <message>
            <source>This desktop doesn't let Byhand start when you log in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يسمح سطح المكتب هذا ببدء Byhand عند تسجيل الدخول.</translation>
        </message>
        <message>
            <source>Your desktop has no tray</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليس في سطح مكتبك شريط نظام</translation>
        </message>
        <message>
            <source>Friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأصدقاء فقط</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا أحد</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 min</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يراني من بالقرب لمدة 10 دقائق</translation>
        </message>
        <message>
            <source>{network} can't be told from other networks like it: there people nearby see you for some minutes only.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن تمييز {network} من شبكات أخرى مثلها: هناك يراك من بالقرب لبضع دقائق فقط.</translation>
        </message>
        <message>
            <source>Always visible on {network}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مرئي دائمًا على {network}</translation>
        </message>
        <message>
            <source>Friends can't find this computer by themselves; it still finds those it can see.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يستطيع الأصدقاء العثور على هذا الحاسوب بأنفسهم؛ وهو ما زال يعثر على ما يمكنه رؤيته.</translation>
        </message>
        <message>
            <source>Only friends can tell that this computer is here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أصدقاؤك وحدهم يعرفون أن هذا الحاسوب هنا.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>This computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذا الحاسوب</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Settings</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإعدادات</translation>
        </message>
        <message>
            <source>Find a friend</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البحث عن صديق</translation>
        </message>
        <message>
            <source>Visible to people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مرئي لمن بالقرب</translation>
        </message>
        <message>
            <source>Visible to nobody</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>غير مرئي لأحد</translation>
        </message>
        <message>
            <source>Visible to friends only</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مرئي للأصدقاء فقط</translation>
        </message>
        <message>
            <source>Add a friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إضافة صديق…</translation>
        </message>
    </context>
    <context>
        <name>Speed</name>
        <message>
            <source>No limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بلا حد</translation>
        </message>
        <message>
            <source>Write a speed like 500 kB/s or 10 MB/s; empty is no limit.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اكتب سرعة مثل ⁨500 kB/s⁩ أو ⁨10 MB/s⁩؛ الحقل الفارغ يعني بلا حد.</translation>
        </message>
        <message>
            <source>Limit the speed with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحديد السرعة مع {name}</translation>
        </message>
        <message>
            <source>Limit the speed of “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحديد سرعة «{title}»</translation>
        </message>
        <message>
            <source>Send at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإرسال بحد أقصى</translation>
        </message>
        <message>
            <source>Receive at most</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاستلام بحد أقصى</translation>
        </message>
        <message>
            <source>Save</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حفظ</translation>
        </message>
        <message>
            <source>Transfers at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عمليات النقل معًا</translation>
        </message>
        <message>
            <source>From</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من</translation>
        </message>
        <message>
            <source>To</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلى</translation>
        </message>
        <message>
            <source>Other limits at certain hours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حدود أخرى في ساعات معينة</translation>
        </message>
        <message>
            <source>to</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلى</translation>
        </message>
        <message>
            <source>to one friend; small ones never wait</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلى صديق واحد؛ والصغيرة لا تنتظر أبدًا</translation>
        </message>
    </context>
    <context>
        <name>SpeedGraph</name>
        <message>
            <source>Speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السرعة</translation>
        </message>
        <message>
            <source>now {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الآن {speed}</translation>
        </message>
        <message>
            <source>average {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المتوسط {speed}</translation>
        </message>
        <message>
            <source>highest {speed}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأعلى {speed}</translation>
        </message>
    </context>
    <context>
        <name>Technical</name>
        <message>
            <source>Connection</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاتصال</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التشفير</translation>
        </message>
        <message>
            <source>Verified</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التحقق</translation>
        </message>
        <message>
            <source>Average speed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>متوسط السرعة</translation>
        </message>
        <message>
            <source>Started</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>البداية</translation>
        </message>
        <message>
            <source>Ended</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>النهاية</translation>
        </message>
        <message>
            <source>Folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المجلد</translation>
        </message>
        <message>
            <source>Reason</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عملية النقل</translation>
        </message>
        <message>
            <source>Digest of the list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بصمة القائمة</translation>
        </message>
        <message>
            <source>Not connected now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>غير متصل الآن</translation>
        </message>
        <message>
            <source>Direct, on this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مباشر، على هذه الشبكة</translation>
        </message>
        <message>
            <source>Direct, over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مباشر، عبر الإنترنت</translation>
        </message>
        <message>
            <source>{cipher}, end to end</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{cipher}، من طرف إلى طرف</translation>
        </message>
        <message>
            <source>Codes were not compared yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُقارن الرمزان بعد</translation>
        </message>
        <message>
            <source>Since {date}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>منذ {date}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نص</translation>
        </message>
        <message>
            <source>Copy</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Close</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ</translation>
        </message>
    </context>
    <context>
        <name>TransferList</name>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}, or until you quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا يُمرَّر إلى أحد حتى {time} أو حتى تنهي البرنامج</numerusform>
                <numerusform>يُمرَّر إلى شخص آخر حتى {time} أو حتى تنهي البرنامج</numerusform>
                <numerusform>يُمرَّر إلى شخصين آخرين حتى {time} أو حتى تنهي البرنامج</numerusform>
                <numerusform>يُمرَّر إلى %Ln آخرين حتى {time} أو حتى تنهي البرنامج</numerusform>
                <numerusform>يُمرَّر إلى %Ln شخصًا آخر حتى {time} أو حتى تنهي البرنامج</numerusform>
                <numerusform>يُمرَّر إلى %Ln شخص آخر حتى {time} أو حتى تنهي البرنامج</numerusform>
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
            <translation>نُقل أو حُذف</translation>
        </message>
        <message>
            <source>{action}: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{action}: {title}</translation>
        </message>
        <message>
            <source>Send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إرسال النسخة الجديدة</translation>
        </message>
        <message numerus="yes">
            <source>Try the %n file(s) again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات للمحاولة مجددًا</numerusform>
                <numerusform>إعادة المحاولة مع الملف</numerusform>
                <numerusform>إعادة المحاولة مع الملفين</numerusform>
                <numerusform>إعادة المحاولة مع %Ln ملفات</numerusform>
                <numerusform>إعادة المحاولة مع %Ln ملفًا</numerusform>
                <numerusform>إعادة المحاولة مع %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>Show files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عرض الملفات</translation>
        </message>
        <message>
            <source>Offer again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العرض مجددًا</translation>
        </message>
        <message>
            <source>Ask {name} to send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>طلب إرساله مجددًا من {name}</translation>
        </message>
        <message>
            <source>Tell {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إخبار {name}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إيقاف مؤقت</translation>
        </message>
        <message>
            <source>Resume</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استئناف</translation>
        </message>
        <message>
            <source>Move up</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نقل لأعلى</translation>
        </message>
        <message>
            <source>Move down</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نقل لأسفل</translation>
        </message>
        <message>
            <source>Limit speed…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحديد السرعة…</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إظهار في المجلد</translation>
        </message>
        <message>
            <source>Stop passing it on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التوقف عن التمرير</translation>
        </message>
        <message>
            <source>Copy text</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ النص</translation>
        </message>
        <message>
            <source>Open</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>نسخ الصورة</translation>
        </message>
        <message>
            <source>Send again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إرسال مجددًا</translation>
        </message>
        <message>
            <source>Try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إعادة المحاولة</translation>
        </message>
        <message>
            <source>Details</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التفاصيل</translation>
        </message>
        <message>
            <source>Check connection…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فحص الاتصال…</translation>
        </message>
        <message>
            <source>Pair again…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاقتران من جديد…</translation>
        </message>
        <message>
            <source>Who is this…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من هذا…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Remove from this list</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إزالة من هذه القائمة</translation>
        </message>
        <message>
            <source>More</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>{name} accepted: {title}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قبِل {name}: {title}</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عمليات النقل</translation>
        </message>
        <message>
            <source>Copied</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم النسخ</translation>
        </message>
        <message>
            <source>In progress</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قيد التنفيذ</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قيد الانتظار</translation>
        </message>
        <message>
            <source>Finished</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المنتهية</translation>
        </message>
        <message>
            <source>to {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إلى {name}</translation>
        </message>
        <message>
            <source>from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من {name}</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Open Byhand</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>فتح Byhand</translation>
        </message>
        <message>
            <source>Stop passing on to others</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التوقف عن التمرير إلى آخرين</translation>
        </message>
        <message>
            <source>Send files…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إرسال ملفات…</translation>
        </message>
        <message>
            <source>People nearby can see me for 10 minutes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يراني من بالقرب لمدة 10 دقائق</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإعدادات…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إنهاء</translation>
        </message>
        <message numerus="yes">
            <source>Quit (%n transfer(s) continue next time)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>إنهاء (لا نقل جارٍ)</numerusform>
                <numerusform>إنهاء (تستمر عملية نقل واحدة في المرة القادمة)</numerusform>
                <numerusform>إنهاء (تستمر عمليتا نقل في المرة القادمة)</numerusform>
                <numerusform>إنهاء (تستمر %Ln عمليات نقل في المرة القادمة)</numerusform>
                <numerusform>إنهاء (تستمر %Ln عملية نقل في المرة القادمة)</numerusform>
                <numerusform>إنهاء (تستمر %Ln عملية نقل في المرة القادمة)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more request(s)…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا طلبات أخرى…</numerusform>
                <numerusform>طلب آخر…</numerusform>
                <numerusform>طلبان آخران…</numerusform>
                <numerusform>%Ln طلبات أخرى…</numerusform>
                <numerusform>%Ln طلبًا آخر…</numerusform>
                <numerusform>%Ln طلب آخر…</numerusform>
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
                <numerusform>لا طلبات</numerusform>
                <numerusform>طلب واحد</numerusform>
                <numerusform>طلبان</numerusform>
                <numerusform>%Ln طلبات</numerusform>
                <numerusform>%Ln طلبًا</numerusform>
                <numerusform>%Ln طلب</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>wording</name>
        <message>
            <source>Slowed down by the limit that is set: {rate}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبطئه الحد المضبوط: {rate}</translation>
        </message>
        <message>
            <source>Slowed down by the disk of this computer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبطئه قرص هذا الحاسوب</translation>
        </message>
        <message>
            <source>Slowed down by {name}'s disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبطئه قرص {name}</translation>
        </message>
        <message>
            <source>Slowed down by the network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تبطئه الشبكة</translation>
        </message>
        <message>
            <source>Slowed down by the limit that is set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبطئه الحد المضبوط</translation>
        </message>
        <message>
            <source>Slowed down by a limit that {name} has set</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يبطئه حد ضبطه {name}</translation>
        </message>
        <message>
            <source>As fast as this computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بأقصى سرعة لهذا الحاسوب</translation>
        </message>
        <message>
            <source>As fast as {name}'s computer can</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بأقصى سرعة لحاسوب {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لم يُفحص أي ملف</numerusform>
                <numerusform>فُحص ملف واحد</numerusform>
                <numerusform>فُحص ملفان</numerusform>
                <numerusform>فُحصت %Ln ملفات</numerusform>
                <numerusform>فُحص %Ln ملفًا</numerusform>
                <numerusform>فُحص %Ln ملف</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>الناقصة: %Ln</numerusform>
                <numerusform>الناقصة: %Ln</numerusform>
                <numerusform>الناقصة: %Ln</numerusform>
                <numerusform>الناقصة: %Ln</numerusform>
                <numerusform>الناقصة: %Ln</numerusform>
                <numerusform>الناقصة: %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>المتغيّرة: %Ln</numerusform>
                <numerusform>المتغيّرة: %Ln</numerusform>
                <numerusform>المتغيّرة: %Ln</numerusform>
                <numerusform>المتغيّرة: %Ln</numerusform>
                <numerusform>المتغيّرة: %Ln</numerusform>
                <numerusform>المتغيّرة: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>all are as they were handed over</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كلها كما سُلّمت</translation>
        </message>
        <message>
            <source>but the receipt is not signed for them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لكن الإيصال غير موقَّع لها</translation>
        </message>
        <message>
            <source>The receipt is not signed for these files</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإيصال غير موقَّع لهذه الملفات</translation>
        </message>
        <message>
            <source>It is as it arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هو كما وصل</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات</numerusform>
                <numerusform>الملف كما وصل</numerusform>
                <numerusform>الملفان كما وصلا</numerusform>
                <numerusform>الملفات كلها (%Ln) كما وصلت</numerusform>
                <numerusform>الملفات كلها (%Ln) كما وصلت</numerusform>
                <numerusform>الملفات كلها (%Ln) كما وصلت</numerusform>
            </translation>
        </message>
        <message>
            <source>It is as it was sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هو كما أُرسل</translation>
        </message>
        <message numerus="yes">
            <source>All %n files are as they were sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات</numerusform>
                <numerusform>الملف كما أُرسل</numerusform>
                <numerusform>الملفان كما أُرسلا</numerusform>
                <numerusform>الملفات كلها (%Ln) كما أُرسلت</numerusform>
                <numerusform>الملفات كلها (%Ln) كما أُرسلت</numerusform>
                <numerusform>الملفات كلها (%Ln) كما أُرسلت</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking… {percent}%</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الفحص… {percent}%</translation>
        </message>
        <message numerus="yes">
            <source>{missing}, %n changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{missing}، والمتغيّرة: %Ln</numerusform>
                <numerusform>{missing}، وتغيّر ملف</numerusform>
                <numerusform>{missing}، وتغيّر ملفان</numerusform>
                <numerusform>{missing}، والمتغيّرة: %Ln</numerusform>
                <numerusform>{missing}، والمتغيّرة: %Ln</numerusform>
                <numerusform>{missing}، والمتغيّرة: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّر ملف واحد</translation>
        </message>
        <message numerus="yes">
            <source>%n files have changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لم يتغيّر أي ملف</numerusform>
                <numerusform>تغيّر ملف واحد</numerusform>
                <numerusform>تغيّر ملفان</numerusform>
                <numerusform>تغيّرت %Ln ملفات</numerusform>
                <numerusform>تغيّر %Ln ملفًا</numerusform>
                <numerusform>تغيّر %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>1 file is missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ملف واحد ناقص</translation>
        </message>
        <message numerus="yes">
            <source>%n files are missing</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات ناقصة</numerusform>
                <numerusform>ملف واحد ناقص</numerusform>
                <numerusform>ملفان ناقصان</numerusform>
                <numerusform>%Ln ملفات ناقصة</numerusform>
                <numerusform>%Ln ملفًا ناقصًا</numerusform>
                <numerusform>%Ln ملف ناقص</numerusform>
            </translation>
        </message>
        <message>
            <source>This computer's port</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>منفذ هذا الحاسوب</translation>
        </message>
        <message>
            <source>Network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الشبكة</translation>
        </message>
        <message>
            <source>VPN</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>VPN</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جدار الحماية</translation>
        </message>
        <message>
            <source>Finding people nearby</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>العثور على من بالقرب</translation>
        </message>
        <message>
            <source>Being reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إمكان الوصول إليك</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الفحص…</translation>
        </message>
        <message>
            <source>Fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سليم</translation>
        </message>
        <message>
            <source>Not sure</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>غير مؤكد</translation>
        </message>
        <message>
            <source>Problem</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مشكلة</translation>
        </message>
        <message numerus="yes">
            <source>%n other computer(s) heard here.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا حواسيب أخرى تُسمع هنا.</numerusform>
                <numerusform>يُسمع هنا حاسوب آخر.</numerusform>
                <numerusform>يُسمع هنا حاسوبان آخران.</numerusform>
                <numerusform>تُسمع هنا %Ln حواسيب أخرى.</numerusform>
                <numerusform>يُسمع هنا %Ln حاسوبًا آخر.</numerusform>
                <numerusform>يُسمع هنا %Ln حاسوب آخر.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking at this computer, the network and your friend…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ فحص هذا الحاسوب والشبكة وصديقك…</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا مشكلات</numerusform>
                <numerusform>عُثر على مشكلة واحدة</numerusform>
                <numerusform>عُثر على مشكلتين</numerusform>
                <numerusform>عُثر على %Ln مشكلات</numerusform>
                <numerusform>عُثر على %Ln مشكلة</numerusform>
                <numerusform>عُثر على %Ln مشكلة</numerusform>
            </translation>
        </message>
        <message>
            <source>Everything is fine</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كل شيء سليم</translation>
        </message>
        <message>
            <source>No problem found, but not everything could be checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُعثر على مشكلة، لكن تعذّر فحص كل شيء</translation>
        </message>
        <message>
            <source>Nothing here keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا شيء هنا يغلق المنفذ {port}.</translation>
        </message>
        <message>
            <source>The firewall {name} lets port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جدار الحماية {name} يسمح بالدخول عبر المنفذ {port}.</translation>
        </message>
        <message>
            <source>Listening on port {port}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يُصغي على المنفذ {port}.</translation>
        </message>
        <message>
            <source>Another program uses port {taken}: listening on {port} instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>برنامج آخر يستخدم المنفذ {taken}: يُصغي على {port} بدلًا منه.</translation>
        </message>
        <message>
            <source>No firewall is active on this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا جدار حماية نشط على هذا الحاسوب.</translation>
        </message>
        <message>
            <source>The firewall {name} keeps port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جدار الحماية {name} يغلق المنفذ {port}.</translation>
        </message>
        <message>
            <source>The firewall {name} is active and may keep port {port} closed.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جدار الحماية {name} نشط وقد يغلق المنفذ {port}.</translation>
        </message>
        <message>
            <source>This computer doesn't tell whether a firewall is active.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يُظهر هذا الحاسوب هل جدار الحماية نشط.</translation>
        </message>
        <message>
            <source>Connected: {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>متصل: {name}.</translation>
        </message>
        <message>
            <source>This computer is on no network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذا الحاسوب ليس على أي شبكة.</translation>
        </message>
        <message>
            <source>No VPN is on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا شبكة VPN مفعّلة.</translation>
        </message>
        <message>
            <source>The VPN {name} is on and not in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>شبكة VPN {name} مفعّلة ولا تعيق شيئًا.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كل شيء يمر عبر شبكة VPN {name}.</translation>
        </message>
        <message>
            <source>Everything goes through the VPN {name}, which may keep friends out.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كل شيء يمر عبر شبكة VPN {name}، وقد تمنع دخول الأصدقاء.</translation>
        </message>
        <message>
            <source>Nobody else is heard on this network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يُسمع أحد غيرك على هذه الشبكة.</translation>
        </message>
        <message>
            <source>Not even our own announcement comes back: it is blocked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حتى إعلاننا نفسه لا يعود: إنه محجوب.</translation>
        </message>
        <message>
            <source>There is no network to listen on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا توجد شبكة يُصغى عليها.</translation>
        </message>
        <message>
            <source>{name} called back and reached this computer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عاود {name} الاتصال ووصل إلى هذا الحاسوب.</translation>
        </message>
        <message>
            <source>{name} called back and could not get in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عاود {name} الاتصال ولم يستطع الدخول.</translation>
        </message>
        <message>
            <source>{name} is on this network but can't be reached.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} على هذه الشبكة لكن لا يمكن الوصول إليه.</translation>
        </message>
        <message>
            <source>{name} is not there and can't call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} غير موجود ولا يستطيع معاودة الاتصال.</translation>
        </message>
        <message>
            <source>{name} needs a newer Byhand to call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يحتاج {name} إلى Byhand أحدث لمعاودة الاتصال.</translation>
        </message>
        <message>
            <source>{name} was not asked again: a friend calls back once a minute at most.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُسأل {name} مجددًا: يعاود الصديق الاتصال مرة في الدقيقة على الأكثر.</translation>
        </message>
        <message>
            <source>{name} gave no answer.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يرد {name}.</translation>
        </message>
        <message>
            <source>{name} says it worked, but no call came.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يقول {name} إنه نجح، لكن لم يصل أي اتصال.</translation>
        </message>
        <message>
            <source>{name} was not asked: nothing goes to them now.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُسأل {name}: لا يُرسَل إليه شيء الآن.</translation>
        </message>
        <message>
            <source>No friend is there who could call back.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا صديق موجود يستطيع معاودة الاتصال.</translation>
        </message>
        <message>
            <source>Friends don't call ports below 1024.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يتصل الأصدقاء بمنافذ أقل من 1024.</translation>
        </message>
        <message>
            <source>Open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>افتح المنفذ بهذا الأمر:</translation>
        </message>
        <message>
            <source>Friends find the new port. Firewall rules may need it, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يعثر الأصدقاء على المنفذ الجديد. وقد تحتاج إليه قواعد جدار الحماية أيضًا.</translation>
        </message>
        <message>
            <source>If friends can't reach you, open the port with this command:</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إن لم يستطع الأصدقاء الوصول إليك، فافتح المنفذ بهذا الأمر:</translation>
        </message>
        <message>
            <source>If one is, let TCP port {port} in.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إن كان كذلك، فاسمح بالدخول عبر منفذ TCP رقم {port}.</translation>
        </message>
        <message>
            <source>Connect to Wi-Fi or plug in a cable.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اتصل بشبكة Wi-Fi أو صِل كبلًا.</translation>
        </message>
        <message>
            <source>If friends nearby can't be reached, allow the local network in its settings.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إن لم يمكن الوصول إلى أصدقاء بالقرب، فاسمح بالشبكة المحلية في إعداداتها.</translation>
        </message>
        <message>
            <source>Allow the local network in its settings, or turn it off and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمح بالشبكة المحلية في إعداداتها، أو أوقفها وحاول مرة أخرى.</translation>
        </message>
        <message>
            <source>You may be alone here. Guest networks keep computers apart: use another one, or an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ربما كنت وحدك هنا. تعزل شبكات الضيوف الحواسيب بعضها عن بعض: استخدم شبكة أخرى، أو رابط دعوة.</translation>
        </message>
        <message>
            <source>Let UDP port 5353 in, or add friends by an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمح بالدخول عبر منفذ UDP رقم 5353، أو أضف الأصدقاء برابط دعوة.</translation>
        </message>
        <message>
            <source>A firewall here, or a router in between, must let TCP port {port} in. You may still reach {name}.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يجب أن يسمح جدار حماية هنا، أو موجّه في الطريق، بالدخول عبر منفذ TCP رقم {port}. وقد يمكنك مع ذلك الوصول إلى {name}.</translation>
        </message>
        <message>
            <source>A firewall there may be in the way: ask {name} to check the connection, too.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قد يمنع ذلك جدار حماية هناك: اطلب من {name} فحص الاتصال أيضًا.</translation>
        </message>
        <message>
            <source>Try again when {name} has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاول مرة أخرى عندما يكون Byhand مفتوحًا لدى {name}.</translation>
        </message>
        <message>
            <source>Ask {name} to update.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اطلب من {name} التحديث.</translation>
        </message>
        <message>
            <source>Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاول مرة أخرى بعد دقيقة.</translation>
        </message>
        <message>
            <source>Something else may answer at your address. Try again in a minute.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ربما يرد شيء آخر على عنوانك. حاول مرة أخرى بعد دقيقة.</translation>
        </message>
        <message>
            <source>The menu of {name} says why.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قائمة {name} تذكر السبب.</translation>
        </message>
        <message>
            <source>Try again when a friend has Byhand open.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حاول مرة أخرى عندما يكون Byhand مفتوحًا لدى صديق.</translation>
        </message>
        <message>
            <source>Choose a port of 1024 or more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اختر منفذًا رقمه 1024 أو أكثر.</translation>
        </message>
        <message>
            <source>Your identity file can't be used ({reason}): make it private by chmod 600 {path}, and start Byhand again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن استخدام ملف هويتك ({reason}): اجعله خاصًا بالأمر chmod 600 {path} ثم شغّل Byhand من جديد.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: free {missing} or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {path} ممتلئ: أفرغ {missing} أو اختر مجلدًا آخر.</translation>
        </message>
        <message>
            <source>This invitation can't be used. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن استخدام هذه الدعوة. اطلب دعوة جديدة من {name}.</translation>
        </message>
        <message>
            <source>the person who sent it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الشخص الذي أرسلها</translation>
        </message>
        <message>
            <source>That isn't an invitation: copy the whole link, from byhand:// to its end.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذه ليست دعوة: انسخ الرابط كاملًا، من byhand:// إلى آخره.</translation>
        </message>
        <message>
            <source>A character of this invitation is wrong or missing: copy the whole link again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أحد حروف هذه الدعوة خاطئ أو ناقص: انسخ الرابط كاملًا مرة أخرى.</translation>
        </message>
        <message>
            <source>This invitation has expired. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انتهت صلاحية هذه الدعوة. اطلب دعوة جديدة من {name}.</translation>
        </message>
        <message>
            <source>That's your own invitation: give it to the friend you want to add.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذه دعوتك أنت: أعطها للصديق الذي تريد إضافته.</translation>
        </message>
        <message>
            <source>This invitation isn't open any more. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم تعد هذه الدعوة مفتوحة. اطلب دعوة جديدة من {name}.</translation>
        </message>
        <message>
            <source>This invitation was used by somebody else. Ask {name} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>استخدم شخص آخر هذه الدعوة. اطلب دعوة جديدة من {name}.</translation>
        </message>
        <message>
            <source>This invitation has keys of another friend of yours: don't trust it, and ask {name} in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحمل هذه الدعوة مفاتيح صديق آخر لك: لا تثق بها، واسأل {name} شخصيًا.</translation>
        </message>
        <message>
            <source>Your friend can't be saved: make room on this computer's disk, then use the invitation again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن حفظ صديقك: أفسح مكانًا على قرص هذا الحاسوب، ثم استخدم الدعوة مرة أخرى.</translation>
        </message>
        <message>
            <source>Can't reach {name}: both of you need Byhand open on the same network; or try it the other way round, with a link of yours.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الوصول إلى {name}: يحتاج كلاكما إلى فتح Byhand على الشبكة نفسها؛ أو جرّبا العكس، برابط منك.</translation>
        </message>
        <message>
            <source>{path} can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن قراءة {path}: تأكد من وجوده ومن أنه يحق لك قراءته.</translation>
        </message>
        <message>
            <source>{path} is no saved identity: choose the file that was made where your identity is.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} ليس هوية محفوظة: اختر الملف الذي أُنشئ حيث توجد هويتك.</translation>
        </message>
        <message>
            <source>{path} was made by a newer Byhand: update this one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} أنشأه Byhand أحدث: حدّث هذا أولًا.</translation>
        </message>
        <message>
            <source>{path} is damaged: copy it again, or save your identity once more.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} تالف: انسخه مرة أخرى، أو احفظ هويتك من جديد.</translation>
        </message>
        <message>
            <source>{path} can't be opened with this passphrase: type it again; if it is the right one, the file is damaged.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن فتح {path} بعبارة المرور هذه: اكتبها مرة أخرى؛ وإن كانت صحيحة فالملف تالف.</translation>
        </message>
        <message>
            <source>This passphrase is too short: take {least} characters or more, best some words.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عبارة المرور هذه قصيرة جدًا: استخدم {least} حرفًا أو أكثر، والأفضل بضع كلمات.</translation>
        </message>
        <message>
            <source>{path} is there already and was not touched: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} موجود من قبل ولم يُمَس: اختر اسمًا آخر.</translation>
        </message>
        <message numerus="yes">
            <source>%n friends fit “{name}”: use the first 8 or more digits of the id instead.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا صديق يوافق «{name}»: استخدم بدلًا منه أول 8 أرقام أو أكثر من المعرّف.</numerusform>
                <numerusform>صديق واحد يوافق «{name}»: استخدم بدلًا منه أول 8 أرقام أو أكثر من المعرّف.</numerusform>
                <numerusform>صديقان يوافقان «{name}»: استخدم بدلًا منه أول 8 أرقام أو أكثر من المعرّف.</numerusform>
                <numerusform>%Ln أصدقاء يوافقون «{name}»: استخدم بدلًا منه أول 8 أرقام أو أكثر من المعرّف.</numerusform>
                <numerusform>%Ln صديقًا يوافقون «{name}»: استخدم بدلًا منه أول 8 أرقام أو أكثر من المعرّف.</numerusform>
                <numerusform>%Ln صديق يوافقون «{name}»: استخدم بدلًا منه أول 8 أرقام أو أكثر من المعرّف.</numerusform>
            </translation>
        </message>
        <message>
            <source>No friend of yours is called “{name}”: look at the list of your friends.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا أحد من أصدقائك اسمه «{name}»: انظر في قائمة أصدقائك.</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يُذكر سبب</translation>
        </message>
        <message>
            <source>Something went wrong inside Byhand ({kind}): start it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حدث خطأ داخل Byhand ({kind}): شغّله من جديد.</translation>
        </message>
        <message>
            <source>The other side did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يلتزم الطرف الآخر بالقواعد فأُغلق الاتصال: تأكدا من أن لدى كليكما أحدث Byhand.</translation>
        </message>
        <message>
            <source>This is not the {name} you know: ask them whether they have a new computer, and add each other again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ليس هذا {name} الذي تعرفه: اسأله هل لديه حاسوب جديد، وليضف كل منكما الآخر من جديد.</translation>
        </message>
        <message>
            <source>Your identity file {path} can't be used ({reason}) and was not touched: put back a good copy, or move it away to start as somebody new.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن استخدام ملف هويتك {path} ({reason}) ولم يُمَس: أعد نسخة سليمة، أو انقله بعيدًا لتبدأ من جديد.</translation>
        </message>
        <message>
            <source>Your friend can't be reached: ask them to open Byhand, and check that no firewall is in the way.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الوصول إلى صديقك: اطلب منه فتح Byhand، وتأكد من عدم وجود جدار حماية يمنع ذلك.</translation>
        </message>
        <message>
            <source>The connection was lost: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انقطع الاتصال: حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The Byhand that was doing this has ended or does not answer: start it again to go on.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انتهى Byhand الذي كان يقوم بذلك أو لا يستجيب: شغّله من جديد للمتابعة.</translation>
        </message>
        <message>
            <source>Another Byhand is already using the profile {path}: close that one first, or choose another profile.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هناك Byhand آخر يستخدم الملف الشخصي {path}: أغلقه أولًا، أو اختر ملفًا شخصيًا آخر.</translation>
        </message>
        <message>
            <source>Byhand {version}, which is another version than this one, is already using the profile {path}: close that one first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الإصدار Byhand {version}، وهو غير هذا الإصدار، يستخدم الملف الشخصي {path}: أغلقه أولًا.</translation>
        </message>
        <message>
            <source>“{name}” can't be used as a name ({reason}): rename it and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن استخدام «{name}» اسمًا ({reason}): أعد تسميته وحاول مرة أخرى.</translation>
        </message>
        <message>
            <source>A file changed while it was read: send the new version.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّر ملف أثناء قراءته: أرسل النسخة الجديدة.</translation>
        </message>
        <message>
            <source>“{path}” can't be read: check that it is there and that you may read it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن قراءة «{path}»: تأكد من وجوده ومن أنه يحق لك قراءته.</translation>
        </message>
        <message>
            <source>Too many files at once: send them in several goes, or as one archive.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ملفات كثيرة جدًا دفعة واحدة: أرسلها على عدة دفعات، أو في أرشيف واحد.</translation>
        </message>
        <message>
            <source>The bytes arrived damaged: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصلت البيانات تالفة: حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The disk of {path} is full: make room or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {path} ممتلئ: أفسح مكانًا أو اختر مجلدًا آخر.</translation>
        </message>
        <message>
            <source>{path} can't hold files of 4 GB or more: choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يتسع {path} لملفات بحجم 4 غيغابايت أو أكثر: اختر مجلدًا آخر.</translation>
        </message>
        <message>
            <source>{path} can't be written to: check its permissions, or choose another folder.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الكتابة في {path}: تحقق من أذوناته، أو اختر مجلدًا آخر.</translation>
        </message>
        <message>
            <source>{path} is damaged or was edited, and was not touched: put back a good copy, or move it away to start without it.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{path} تالف أو عُدّل، ولم يُمَس: أعد نسخة سليمة، أو انقله بعيدًا للبدء من دونه.</translation>
        </message>
        <message>
            <source>{path} can't be used ({reason}): check the disk and its permissions.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن استخدام {path} ({reason}): تحقق من القرص وأذوناته.</translation>
        </message>
        <message>
            <source>Byhand was closed before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أُغلق Byhand قبل النهاية – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>Something went wrong ({code}) — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حدث خطأ ({code}) – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>changed while being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّر أثناء الإرسال</translation>
        </message>
        <message>
            <source>could not be read</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعذّرت قراءته</translation>
        </message>
        <message>
            <source>disappeared before being sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اختفى قبل الإرسال</translation>
        </message>
        <message>
            <source>could not be read (no permission)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعذّرت قراءته (لا إذن)</translation>
        </message>
        <message>
            <source>can't be sent (only files and folders can)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن إرساله (الملفات والمجلدات فقط)</translation>
        </message>
        <message>
            <source>did not fit on the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتسع له القرص</translation>
        </message>
        <message>
            <source>could not be written</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعذّرت كتابته</translation>
        </message>
        <message>
            <source>is too large for that kind of disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أكبر مما يتسع له هذا النوع من الأقراص</translation>
        </message>
        <message>
            <source>had a name that isn't allowed there</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمه غير مسموح به هناك</translation>
        </message>
        <message>
            <source>had a name that was taken</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمه مستخدم من قبل</translation>
        </message>
        <message>
            <source>had a name too long for the disk</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسمه أطول مما يقبله القرص</translation>
        </message>
        <message>
            <source>arrived damaged</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصل تالفًا</translation>
        </message>
        <message>
            <source>got cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أُلغي</translation>
        </message>
        <message>
            <source>did not arrive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يصل</translation>
        </message>
        <message>
            <source>{friend}'s Byhand and yours did not understand each other — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتفاهم Byhand لدى {friend} مع برنامجك – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>{friend} and you need the same version of Byhand for this — update both</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تحتاج أنت و{friend} إلى الإصدار نفسه من Byhand لهذا – حدّثا كليهما</translation>
        </message>
        <message>
            <source>Too many files at once — send them in several goes, or as one archive</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ملفات كثيرة جدًا دفعة واحدة – أرسلها على عدة دفعات، أو في أرشيف واحد</translation>
        </message>
        <message>
            <source>It could not be proved that this is {friend} — add each other again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تعذّر إثبات أن هذا هو {friend} – ليضف كل منكما الآخر من جديد</translation>
        </message>
        <message>
            <source>{friend} stopped answering — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>توقف {friend} عن الرد – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>{friend} has too many requests open — try again later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لدى {friend} طلبات مفتوحة كثيرة جدًا – حاول لاحقًا</translation>
        </message>
        <message>
            <source>{friend} closed Byhand before the end — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أغلق {friend} Byhand قبل النهاية – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>The request has expired — send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انتهت صلاحية الطلب – أرسله مرة أخرى</translation>
        </message>
        <message>
            <source>The connection to {friend} was lost — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انقطع الاتصال مع {friend} – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>{friend} can't be reached — ask them to open Byhand, and check that no firewall is in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الوصول إلى {friend} – اطلب منه فتح Byhand، وتأكد من عدم وجود جدار حماية يمنع ذلك</translation>
        </message>
        <message>
            <source>{file} was changed while sending — send the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّر {file} أثناء الإرسال – أرسل النسخة الجديدة</translation>
        </message>
        <message>
            <source>The bytes arrived damaged and could not be repaired — try again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصلت البيانات تالفة وتعذّر إصلاحها – حاول مرة أخرى</translation>
        </message>
        <message>
            <source>A name is too long for the disk — choose another folder or shorten it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>اسم أطول مما يقبله القرص – اختر مجلدًا آخر أو قصّره</translation>
        </message>
        <message>
            <source>“{file}” can't be stored under that name — rename it and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن حفظ «{file}» بهذا الاسم – أعد تسميته وأرسله مرة أخرى</translation>
        </message>
        <message>
            <source>The name “{file}” is taken again and again — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاسم «{file}» مستخدم مرة بعد مرة – اختر مجلدًا آخر</translation>
        </message>
        <message>
            <source>“{file}” can't be read — check its permissions and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن قراءة «{file}» – تحقق من أذوناته وأرسله مرة أخرى</translation>
        </message>
        <message>
            <source>“{file}” is not there any more — put it back and send it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يعد «{file}» موجودًا – أعده إلى مكانه وأرسله مرة أخرى</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — try again once it isn't</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {friend} ممتلئ – حاول مرة أخرى عندما يتوفر مكان</translation>
        </message>
        <message>
            <source>{friend}'s disk can't hold files of 4 GB or more — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يتسع قرص {friend} لملفات بحجم 4 غيغابايت أو أكثر – اطلب منه اختيار مجلد آخر</translation>
        </message>
        <message>
            <source>{friend}'s disk did not take it — ask them to choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يقبله قرص {friend} – اطلب منه اختيار مجلد آخر</translation>
        </message>
        <message>
            <source>{friend}'s folder can't be written to — ask them to choose another</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الكتابة في مجلد {friend} – اطلب منه اختيار مجلد آخر</translation>
        </message>
        <message>
            <source>“{file}” can't be read at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن قراءة «{file}» لدى {friend} – اطلبه مرة أخرى</translation>
        </message>
        <message>
            <source>“{file}” is not there any more at {friend}'s — ask for it again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يعد «{file}» موجودًا لدى {friend} – اطلبه مرة أخرى</translation>
        </message>
        <message>
            <source>{file} was changed while {friend} sent it — ask for the new version</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّر {file} بينما كان {friend} يرسله – اطلب النسخة الجديدة</translation>
        </message>
        <message>
            <source>Your disk is full — make room or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرصك ممتلئ – أفسح مكانًا أو اختر مجلدًا آخر</translation>
        </message>
        <message>
            <source>The disk of “{folder}” can't hold files of 4 GB or more — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يتسع قرص «{folder}» لملفات بحجم 4 غيغابايت أو أكثر – اختر مجلدًا آخر</translation>
        </message>
        <message>
            <source>“{folder}” is not there any more or can't be used — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يعد «{folder}» موجودًا أو لا يمكن استخدامه – اختر مجلدًا آخر</translation>
        </message>
        <message>
            <source>“{folder}” can't be written to — choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الكتابة في «{folder}» – اختر مجلدًا آخر</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive a text — send it in a file instead</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يحتاج {friend} إلى Byhand أحدث لاستلام نص – أرسله في ملف بدلًا من ذلك</translation>
        </message>
        <message>
            <source>{friend} needs a newer Byhand to receive this</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يحتاج {friend} إلى Byhand أحدث لاستلام هذا</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} or choose another folder</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرصك ممتلئ – أفرغ {missing} أو اختر مجلدًا آخر</translation>
        </message>
        <message>
            <source>{friend}'s disk is full — {missing} more needed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {friend} ممتلئ – يلزم {missing} أخرى</translation>
        </message>
        <message>
            <source>Sending</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الإرسال</translation>
        </message>
        <message>
            <source>Sent</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أُرسل</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم التسليم</translation>
        </message>
        <message>
            <source>Was there already</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كان هناك من قبل</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الاستلام</translation>
        </message>
        <message>
            <source>Being checked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الفحص</translation>
        </message>
        <message>
            <source>Saved</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>محفوظ</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصل</translation>
        </message>
        <message>
            <source>Already here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>موجود هنا من قبل</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>غير مختار</translation>
        </message>
        <message>
            <source>Left out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مستبعد</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قيد الانتظار</translation>
        </message>
        <message>
            <source>A name has 1 to {limit} characters.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>طول الاسم من 1 إلى {limit} حرفًا.</translation>
        </message>
        <message>
            <source>You already have a friend called {name}: choose another name.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لديك صديق اسمه {name}: اختر اسمًا آخر.</translation>
        </message>
        <message>
            <source>Compare codes with {name} first: only then may files come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قارن الرمزين مع {name} أولًا: عندئذ فقط يمكن أن تصل الملفات دون سؤال.</translation>
        </message>
        <message>
            <source>Say up to how many bytes files of {name} may come in unasked.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حدّد كم بايت كحد أقصى يمكن أن يصل من ملفات {name} دون سؤال.</translation>
        </message>
        <message>
            <source>One of your own computers can't be another computer of somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن أن يكون أحد حواسيبك حاسوبًا آخر لغيرك.</translation>
        </message>
        <message>
            <source>You have blocked {name}: unblock them first.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لقد حظرت {name}: ألغِ الحظر أولًا.</translation>
        </message>
        <message>
            <source>First say who is the {name} you know, and who is not.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قل أولًا من هو {name} الذي تعرفه، ومن ليس هو.</translation>
        </message>
        <message>
            <source>Compare codes first: else this may not be {name} at all.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قارن الرمزين أولًا: وإلا فقد لا يكون هذا {name} أصلًا.</translation>
        </message>
        <message numerus="yes">
            <source>Also offered to %n other(s). Those who take part pass it on to each other: it gets here faster, and they will see your IP address.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لم يُعرض على آخرين. من يشارك يمرره إلى الباقين: يصل أسرع، وسيرون عنوان IP الخاص بك.</numerusform>
                <numerusform>عُرض على شخص آخر أيضًا. من يشارك يمرره إلى الباقين: يصل أسرع، وسيرون عنوان IP الخاص بك.</numerusform>
                <numerusform>عُرض على شخصين آخرين أيضًا. من يشارك يمرره إلى الباقين: يصل أسرع، وسيرون عنوان IP الخاص بك.</numerusform>
                <numerusform>عُرض على %Ln آخرين أيضًا. من يشارك يمرره إلى الباقين: يصل أسرع، وسيرون عنوان IP الخاص بك.</numerusform>
                <numerusform>عُرض على %Ln شخصًا آخر أيضًا. من يشارك يمرره إلى الباقين: يصل أسرع، وسيرون عنوان IP الخاص بك.</numerusform>
                <numerusform>عُرض على %Ln شخص آخر أيضًا. من يشارك يمرره إلى الباقين: يصل أسرع، وسيرون عنوان IP الخاص بك.</numerusform>
            </translation>
        </message>
        <message>
            <source>If that is faster</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إذا كان ذلك أسرع</translation>
        </message>
        <message>
            <source>Always</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>دائمًا</translation>
        </message>
        <message>
            <source>Never</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أبدًا</translation>
        </message>
        <message numerus="yes">
            <source>from {name} and %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>من {name}</numerusform>
                <numerusform>من {name} وشخص آخر</numerusform>
                <numerusform>من {name} وشخصين آخرين</numerusform>
                <numerusform>من {name} و%Ln آخرين</numerusform>
                <numerusform>من {name} و%Ln شخصًا آخر</numerusform>
                <numerusform>من {name} و%Ln شخص آخر</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Passing it on to %n other(s) until {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا يُمرَّر إلى أحد حتى {time}</numerusform>
                <numerusform>يُمرَّر إلى شخص آخر حتى {time}</numerusform>
                <numerusform>يُمرَّر إلى شخصين آخرين حتى {time}</numerusform>
                <numerusform>يُمرَّر إلى %Ln آخرين حتى {time}</numerusform>
                <numerusform>يُمرَّر إلى %Ln شخصًا آخر حتى {time}</numerusform>
                <numerusform>يُمرَّر إلى %Ln شخص آخر حتى {time}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n friend(s): {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا أصدقاء: {has} من {all}</numerusform>
                <numerusform>صديق واحد: {has} من {all}</numerusform>
                <numerusform>صديقان: {has} من {all}</numerusform>
                <numerusform>%Ln أصدقاء: {has} من {all}</numerusform>
                <numerusform>%Ln صديقًا: {has} من {all}</numerusform>
                <numerusform>%Ln صديق: {has} من {all}</numerusform>
            </translation>
        </message>
        <message>
            <source>You may leave: everything is out</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يمكنك المغادرة: أُرسل كل شيء</translation>
        </message>
        <message>
            <source>{size} from you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} منك</translation>
        </message>
        <message>
            <source>has {has} of {all}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لديه {has} من {all}</translation>
        </message>
        <message>
            <source>{size} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} إليك</translation>
        </message>
        <message>
            <source>Receiver {number}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>المستلم {number}</translation>
        </message>
        <message>
            <source>{size} uploaded from here</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رُفع من هنا {size}</translation>
        </message>
        <message>
            <source>{size} from {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{size} من {name}</translation>
        </message>
        <message numerus="yes">
            <source>{size} from %n other(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{size} من لا أحد آخر</numerusform>
                <numerusform>{size} من شخص آخر</numerusform>
                <numerusform>{size} من شخصين آخرين</numerusform>
                <numerusform>{size} من %Ln آخرين</numerusform>
                <numerusform>{size} من %Ln شخصًا آخر</numerusform>
                <numerusform>{size} من %Ln شخص آخر</numerusform>
            </translation>
        </message>
        <message>
            <source>{size} passed on</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مُرِّر {size}</translation>
        </message>
        <message>
            <source>Paused by you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أوقفته أنت مؤقتًا</translation>
        </message>
        <message>
            <source>Paused by {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أوقفه {name} مؤقتًا</translation>
        </message>
        <message>
            <source>Paused by you and {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أوقفته أنت و{name} مؤقتًا</translation>
        </message>
        <message>
            <source>{percent} % kept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>محفوظ {percent} %</translation>
        </message>
        <message>
            <source>Connecting to {name}…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ الاتصال بـ {name}…</translation>
        </message>
        <message>
            <source>{name} is offline — continues by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} غير متصل – يستمر تلقائيًا</translation>
        </message>
        <message>
            <source>{name} sends something else first</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يرسل {name} شيئًا آخر أولًا</translation>
        </message>
        <message>
            <source>Next after “{title}”</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>التالي بعد «{title}»</translation>
        </message>
        <message>
            <source>Waits for its turn</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ينتظر دوره</translation>
        </message>
        <message>
            <source>Your disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرصك لا يقبله – يستمر تلقائيًا حالما يقبله</translation>
        </message>
        <message>
            <source>{name}'s disk does not take it — goes on by itself once it does</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {name} لا يقبله – يستمر تلقائيًا حالما يقبله</translation>
        </message>
        <message>
            <source>Your disk is full — free {missing} and it goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرصك ممتلئ – أفرغ {missing} فيستمر تلقائيًا</translation>
        </message>
        <message>
            <source>{name}'s disk is full — {missing} more needed, goes on by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {name} ممتلئ – يلزم {missing} أخرى، ثم يستمر تلقائيًا</translation>
        </message>
        <message>
            <source>Your disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرصك ممتلئ – يستمر تلقائيًا حالما يتوفر مكان</translation>
        </message>
        <message>
            <source>{name}'s disk is full — goes on by itself once there is room</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قرص {name} ممتلئ – يستمر تلقائيًا حالما يتوفر مكان</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”, at “{computer}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يعرفه {introducer} باسم «{name}»، على «{computer}».</translation>
        </message>
        <message>
            <source>{introducer} knows them as “{name}”.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يعرفه {introducer} باسم «{name}».</translation>
        </message>
        <message>
            <source>You become friends if both of you agree; compare codes to be sure.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تصبحان صديقين إذا وافقتما؛ قارنا الرمزين للتأكد.</translation>
        </message>
        <message>
            <source>{introducer} introduces {name} to you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{introducer} يعرّفك بـ {name}</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>في انتظار موافقة {name}</translation>
        </message>
        <message>
            <source>{name} is your friend now — introduced by {introducer}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أصبح {name} صديقك الآن – عرّفك به {introducer}</translation>
        </message>
        <message>
            <source>You declined to become friends with {name}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفضت أن تصبح صديق {name}</translation>
        </message>
        <message>
            <source>The introduction to {name} has expired. Ask {introducer} for a new one.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انتهت صلاحية التعريف بـ {name}. اطلب تعريفًا جديدًا من {introducer}.</translation>
        </message>
        <message>
            <source>{name} and {other} are asked whether they want to be friends</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يُسأل {name} و{other} هل يريدان أن يصبحا صديقين</translation>
        </message>
        <message>
            <source>{name} agrees to become friends with {other}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يوافق {name} على صداقة {other}</translation>
        </message>
        <message>
            <source>{name} does not want to become friends with {other} now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يريد {name} صداقة {other} الآن</translation>
        </message>
        <message>
            <source>Translations are not yet reviewed by native speakers.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يراجع الترجمات متحدثون أصليون بعد.</translation>
        </message>
        <message>
            <source>without a limit</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>بلا حد</translation>
        </message>
        <message>
            <source>up {up} · down {down}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفع {up} · تنزيل {down}</translation>
        </message>
        <message numerus="yes">
            <source>Up to %n large transfer(s) to one friend at once</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>بلا نقل كبير إلى صديق واحد معًا</numerusform>
                <numerusform>نقل كبير واحد إلى صديق واحد معًا</numerusform>
                <numerusform>نقلان كبيران إلى صديق واحد معًا</numerusform>
                <numerusform>حتى %Ln عمليات نقل كبيرة إلى صديق واحد معًا</numerusform>
                <numerusform>حتى %Ln عملية نقل كبيرة إلى صديق واحد معًا</numerusform>
                <numerusform>حتى %Ln عملية نقل كبيرة إلى صديق واحد معًا</numerusform>
            </translation>
        </message>
        <message>
            <source>From {begin} to {end}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من {begin} إلى {end}</translation>
        </message>
        <message>
            <source>{hours} every day</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours} كل يوم</translation>
        </message>
        <message>
            <source>Monday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الاثنين</translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الثلاثاء</translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأربعاء</translation>
        </message>
        <message>
            <source>Thursday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الخميس</translation>
        </message>
        <message>
            <source>Friday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الجمعة</translation>
        </message>
        <message>
            <source>Saturday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>السبت</translation>
        </message>
        <message>
            <source>Sunday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>الأحد</translation>
        </message>
        <message>
            <source>{hours}, {days}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{hours}، {days}</translation>
        </message>
        <message>
            <source>{name} wants to compare codes with you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يريد {name} مقارنة الرمزين معك</translation>
        </message>
        <message>
            <source>{name} wants to add you</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يريد {name} إضافتك</translation>
        </message>
        <message>
            <source>You and {name} have compared codes</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قارنت أنت و{name} الرمزين</translation>
        </message>
        <message>
            <source>You and {name} compare codes another time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تقارن أنت و{name} الرمزين في وقت آخر</translation>
        </message>
        <message>
            <source>{name} is one of your own computers now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أصبح {name} أحد حواسيبك الآن</translation>
        </message>
        <message>
            <source>You and {name} are friends now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>أصبحت أنت و{name} صديقين الآن</translation>
        </message>
        <message>
            <source>It did not work with {name}: try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم ينجح الأمر مع {name}: حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>People nearby can't find you any more</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يعد من بالقرب يستطيع العثور عليك</translation>
        </message>
        <message>
            <source>People nearby can find you for {time}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يمكن لمن بالقرب العثور عليك لمدة {time}</translation>
        </message>
        <message>
            <source>Too many attempts came in, as if someone were in between. Nobody was added. Wait ten minutes, then try again face to face, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>وصلت محاولات كثيرة جدًا، كأن أحدًا بينكما. لم يُضَف أحد. انتظر عشر دقائق ثم حاول مرة أخرى وجهًا لوجه، أو استخدم رابط دعوة.</translation>
        </message>
        <message>
            <source>{name} is still typing yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ما زال {name} يكتب رقمك</translation>
        </message>
        <message>
            <source>Waiting for {name} to agree…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>في انتظار موافقة {name}…</translation>
        </message>
        <message>
            <source>Waiting for {name} to pick you…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>في انتظار أن يختارك {name}…</translation>
        </message>
        <message>
            <source>That doesn't fit. Ask {name} to read it again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>غير متطابق. اطلب من {name} قراءته مرة أخرى.</translation>
        </message>
        <message numerus="yes">
            <source>%n tries left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا محاولات متبقية</numerusform>
                <numerusform>بقيت محاولة واحدة</numerusform>
                <numerusform>بقيت محاولتان</numerusform>
                <numerusform>بقيت %Ln محاولات</numerusform>
                <numerusform>بقيت %Ln محاولة</numerusform>
                <numerusform>بقيت %Ln محاولة</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the last try</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>هذه هي المحاولة الأخيرة</translation>
        </message>
        <message>
            <source>{name} does this later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سيفعل {name} ذلك لاحقًا</translation>
        </message>
        <message>
            <source>{name} has typed yours</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>كتب {name} رقمك</translation>
        </message>
        <message>
            <source>Can't reach {name}: check that both of you are on the same network and that no firewall is in the way, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا يمكن الوصول إلى {name}: تأكدا من أنكما على الشبكة نفسها ومن عدم وجود جدار حماية يمنع ذلك، ثم حاولا مرة أخرى.</translation>
        </message>
        <message>
            <source>{name} is there, but not ready: ask them to open “Add a friend”, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} موجود لكنه غير جاهز: اطلب منه فتح «إضافة صديق»، ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The connection to {name} was lost: stay on the same network and try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انقطع الاتصال مع {name}: ابقيا على الشبكة نفسها وحاولا مرة أخرى.</translation>
        </message>
        <message>
            <source>{name} did not answer in time: try again when both of you are ready.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يرد {name} في الوقت المناسب: حاولا مرة أخرى عندما يكون كلاكما جاهزًا.</translation>
        </message>
        <message>
            <source>{name}'s Byhand did not keep to the rules, so the connection was closed: check that both of you have the newest Byhand, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يلتزم Byhand لدى {name} بالقواعد فأُغلق الاتصال: تأكدا من أن لدى كليكما أحدث Byhand، ثم حاولا مرة أخرى.</translation>
        </message>
        <message>
            <source>{name} is this computer itself: pick somebody else.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} هو هذا الحاسوب نفسه: اختر شخصًا آخر.</translation>
        </message>
        <message>
            <source>Stop. Someone may be in between you two. Nothing was sent. Try again side by side, or on another network.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>توقف. ربما كان أحد بينكما. لم يُرسَل شيء. حاولا مرة أخرى جنبًا إلى جنب، أو على شبكة أخرى.</translation>
        </message>
        <message>
            <source>{name} said no, or closed the window: ask them, then try again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفض {name} أو أغلق النافذة: اسأله، ثم حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>Too many attempts in a short time: wait ten minutes, then try again, or use an invite link.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>محاولات كثيرة جدًا في وقت قصير: انتظر عشر دقائق ثم حاول مرة أخرى، أو استخدم رابط دعوة.</translation>
        </message>
        <message>
            <source>Stop. One of {name}'s keys belongs to another friend of yours. Nothing was sent: don't trust it, and ask that friend in person.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>توقف. أحد مفاتيح {name} يخص صديقًا آخر لك. لم يُرسَل شيء: لا تثق به، واسأل ذلك الصديق شخصيًا.</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln بايت</numerusform>
                <numerusform>بايت واحد</numerusform>
                <numerusform>%Ln بايت</numerusform>
                <numerusform>%Ln بايت</numerusform>
                <numerusform>%Ln بايت</numerusform>
                <numerusform>%Ln بايت</numerusform>
            </translation>
        </message>
        <message>
            <source>{number} kB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} ك.ب</translation>
        </message>
        <message>
            <source>{number} MB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} م.ب</translation>
        </message>
        <message>
            <source>{number} GB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} غ.ب</translation>
        </message>
        <message>
            <source>{number} TB</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} ت.ب</translation>
        </message>
        <message>
            <source>{number} kB/s</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} ك.ب/ث</translation>
        </message>
        <message>
            <source>{number} MB/s</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} م.ب/ث</translation>
        </message>
        <message>
            <source>{number} GB/s</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{number} غ.ب/ث</translation>
        </message>
        <message numerus="yes">
            <source>%n</source>
            <comment>a number in figures</comment>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
                <numerusform>%Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>estimating…</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ التقدير…</translation>
        </message>
        <message numerus="yes">
            <source>%n s left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln ثانية متبقية</numerusform>
                <numerusform>ثانية واحدة متبقية</numerusform>
                <numerusform>ثانيتان متبقيتان</numerusform>
                <numerusform>%Ln ثوانٍ متبقية</numerusform>
                <numerusform>%Ln ثانية متبقية</numerusform>
                <numerusform>%Ln ثانية متبقية</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>%Ln دقيقة متبقية</numerusform>
                <numerusform>دقيقة واحدة متبقية</numerusform>
                <numerusform>دقيقتان متبقيتان</numerusform>
                <numerusform>%Ln دقائق متبقية</numerusform>
                <numerusform>%Ln دقيقة متبقية</numerusform>
                <numerusform>%Ln دقيقة متبقية</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n h left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>بقي نحو %Ln ساعة</numerusform>
                <numerusform>بقيت نحو ساعة واحدة</numerusform>
                <numerusform>بقيت نحو ساعتين</numerusform>
                <numerusform>بقيت نحو %Ln ساعات</numerusform>
                <numerusform>بقيت نحو %Ln ساعة</numerusform>
                <numerusform>بقيت نحو %Ln ساعة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>بقي أقل من يوم</numerusform>
                <numerusform>بقي نحو يوم واحد</numerusform>
                <numerusform>بقي نحو يومين</numerusform>
                <numerusform>بقي نحو %Ln أيام</numerusform>
                <numerusform>بقي نحو %Ln يومًا</numerusform>
                <numerusform>بقي نحو %Ln يوم</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات</numerusform>
                <numerusform>ملف واحد</numerusform>
                <numerusform>ملفان</numerusform>
                <numerusform>%Ln ملفات</numerusform>
                <numerusform>%Ln ملفًا</numerusform>
                <numerusform>%Ln ملف</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>الجديدة: %Ln</numerusform>
                <numerusform>الجديدة: %Ln</numerusform>
                <numerusform>الجديدة: %Ln</numerusform>
                <numerusform>الجديدة: %Ln</numerusform>
                <numerusform>الجديدة: %Ln</numerusform>
                <numerusform>الجديدة: %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n identical</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>المتطابقة: %Ln</numerusform>
                <numerusform>المتطابقة: %Ln</numerusform>
                <numerusform>المتطابقة: %Ln</numerusform>
                <numerusform>المتطابقة: %Ln</numerusform>
                <numerusform>المتطابقة: %Ln</numerusform>
                <numerusform>المتطابقة: %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>It is a program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>إنه برنامج</translation>
        </message>
        <message numerus="yes">
            <source>%n program(s) among them</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا برامج بينها</numerusform>
                <numerusform>بينها برنامج واحد</numerusform>
                <numerusform>بينها برنامجان</numerusform>
                <numerusform>بينها %Ln برامج</numerusform>
                <numerusform>بينها %Ln برنامجًا</numerusform>
                <numerusform>بينها %Ln برنامج</numerusform>
            </translation>
        </message>
        <message>
            <source>program</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>برنامج</translation>
        </message>
        <message>
            <source>acts by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يعمل من تلقاء نفسه</translation>
        </message>
        <message>
            <source>hidden</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مخفي</translation>
        </message>
        <message>
            <source>Very many files and folders: saving them takes long</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ملفات ومجلدات كثيرة جدًا: حفظها يستغرق وقتًا طويلًا</translation>
        </message>
        <message>
            <source>{bytes} of {total}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{bytes} من {total}</translation>
        </message>
        <message>
            <source>{whole}.{tenth}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{whole}.{tenth}</translation>
        </message>
        <message>
            <source>“{title}” did not arrive here. Please send it to me again.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يصل «{title}» إلى هنا. من فضلك أرسله إليّ مرة أخرى.</translation>
        </message>
        <message>
            <source>Please update Byhand: yours is too old to receive “{title}” from me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من فضلك حدّث Byhand: نسختك أقدم من أن تستلم «{title}» مني.</translation>
        </message>
        <message>
            <source>I can't use your Byhand invitation. Please make a new one and send it to me.</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لا أستطيع استخدام دعوتك إلى Byhand. من فضلك أنشئ دعوة جديدة وأرسلها إليّ.</translation>
        </message>
        <message>
            <source>Blocked</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>محظور</translation>
        </message>
        <message>
            <source>Identity has changed</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّرت الهوية</translation>
        </message>
        <message>
            <source>Who is this?</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>من هذا؟</translation>
        </message>
        <message>
            <source>Used on two computers</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>مستخدمة على حاسوبين</translation>
        </message>
        <message>
            <source>Not verified yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يتم التحقق بعد</translation>
        </message>
        <message>
            <source>On this network</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>على هذه الشبكة</translation>
        </message>
        <message>
            <source>Over the internet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>عبر الإنترنت</translation>
        </message>
        <message>
            <source>Online, but can't be reached</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>متصل، لكن لا يمكن الوصول إليه</translation>
        </message>
        <message>
            <source>Not seen yet</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يظهر بعد</translation>
        </message>
        <message>
            <source>Last seen just now</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>آخر ظهور الآن</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n min ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>آخر ظهور الآن</numerusform>
                <numerusform>آخر ظهور قبل دقيقة</numerusform>
                <numerusform>آخر ظهور قبل دقيقتين</numerusform>
                <numerusform>آخر ظهور قبل %Ln دقائق</numerusform>
                <numerusform>آخر ظهور قبل %Ln دقيقة</numerusform>
                <numerusform>آخر ظهور قبل %Ln دقيقة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n h ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>آخر ظهور قبل أقل من ساعة</numerusform>
                <numerusform>آخر ظهور قبل ساعة</numerusform>
                <numerusform>آخر ظهور قبل ساعتين</numerusform>
                <numerusform>آخر ظهور قبل %Ln ساعات</numerusform>
                <numerusform>آخر ظهور قبل %Ln ساعة</numerusform>
                <numerusform>آخر ظهور قبل %Ln ساعة</numerusform>
            </translation>
        </message>
        <message>
            <source>Last seen yesterday</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>آخر ظهور أمس</translation>
        </message>
        <message numerus="yes">
            <source>Last seen %n day(s) ago</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>آخر ظهور اليوم</numerusform>
                <numerusform>آخر ظهور قبل يوم</numerusform>
                <numerusform>آخر ظهور قبل يومين</numerusform>
                <numerusform>آخر ظهور قبل %Ln أيام</numerusform>
                <numerusform>آخر ظهور قبل %Ln يومًا</numerusform>
                <numerusform>آخر ظهور قبل %Ln يوم</numerusform>
            </translation>
        </message>
        <message>
            <source>Held until you say who {name} is</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>محجوز حتى تقول من هو {name}</translation>
        </message>
        <message>
            <source>{name}'s identity has changed — nothing is sent until you pair again</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تغيّرت هوية {name} – لا يُرسَل شيء حتى تقترنا من جديد</translation>
        </message>
        <message>
            <source>{name} is online but can't be reached. A firewall may be in the way</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} متصل لكن لا يمكن الوصول إليه. قد يمنع ذلك جدار حماية</translation>
        </message>
        <message numerus="yes">
            <source>Counting files… %n so far</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>جارٍ عد الملفات… حتى الآن %Ln</numerusform>
                <numerusform>جارٍ عد الملفات… حتى الآن %Ln</numerusform>
                <numerusform>جارٍ عد الملفات… حتى الآن %Ln</numerusform>
                <numerusform>جارٍ عد الملفات… حتى الآن %Ln</numerusform>
                <numerusform>جارٍ عد الملفات… حتى الآن %Ln</numerusform>
                <numerusform>جارٍ عد الملفات… حتى الآن %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Counting %n file(s) takes a while</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا ملفات للعد</numerusform>
                <numerusform>عد ملف واحد يستغرق بعض الوقت</numerusform>
                <numerusform>عد ملفين يستغرق بعض الوقت</numerusform>
                <numerusform>عد %Ln ملفات يستغرق بعض الوقت</numerusform>
                <numerusform>عد %Ln ملفًا يستغرق بعض الوقت</numerusform>
                <numerusform>عد %Ln ملف يستغرق بعض الوقت</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} is offline — starts by itself when they're back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} غير متصل – يبدأ تلقائيًا عند عودته</translation>
        </message>
        <message>
            <source>{name} decides later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>يقرّر {name} لاحقًا</translation>
        </message>
        <message>
            <source>Waiting for {name} to accept</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>في انتظار قبول {name}</translation>
        </message>
        <message>
            <source>You decide later</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تقرّر لاحقًا</translation>
        </message>
        <message>
            <source>{name} waits for your answer</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>{name} ينتظر ردك</translation>
        </message>
        <message numerus="yes">
            <source>No data for %n s — still trying</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>لا بيانات – ما زال يحاول</numerusform>
                <numerusform>لا بيانات منذ ثانية – ما زال يحاول</numerusform>
                <numerusform>لا بيانات منذ ثانيتين – ما زال يحاول</numerusform>
                <numerusform>لا بيانات منذ %Ln ثوانٍ – ما زال يحاول</numerusform>
                <numerusform>لا بيانات منذ %Ln ثانية – ما زال يحاول</numerusform>
                <numerusform>لا بيانات منذ %Ln ثانية – ما زال يحاول</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s)</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>{done}، والملفات: %Ln</numerusform>
                <numerusform>{done} من ملف واحد</numerusform>
                <numerusform>{done} من ملفين</numerusform>
                <numerusform>{done} من %Ln ملفات</numerusform>
                <numerusform>{done} من %Ln ملفًا</numerusform>
                <numerusform>{done} من %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>Making room for it</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ إفساح مكان له</translation>
        </message>
        <message>
            <source>Checking that every byte arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>جارٍ التحقق من وصول كل بايت</translation>
        </message>
        <message>
            <source>Saved in {folder}</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>حُفظ في {folder}</translation>
        </message>
        <message>
            <source>Text received</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>تم استلام النص</translation>
        </message>
        <message>
            <source>accepted by itself</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>قُبل تلقائيًا</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n file(s) arrived</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>
                <numerusform>وصل {done}، والملفات: %Ln</numerusform>
                <numerusform>وصل {done} من ملف واحد</numerusform>
                <numerusform>وصل {done} من ملفين</numerusform>
                <numerusform>وصل {done} من %Ln ملفات</numerusform>
                <numerusform>وصل {done} من %Ln ملفًا</numerusform>
                <numerusform>وصل {done} من %Ln ملف</numerusform>
            </translation>
        </message>
        <message>
            <source>did not</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يصل</translation>
        </message>
        <message>
            <source>{name} went offline before you answered</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>انقطع {name} قبل أن ترد</translation>
        </message>
        <message>
            <source>You declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفضته أنت</translation>
        </message>
        <message>
            <source>{name} declined</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>رفضه {name}</translation>
        </message>
        <message>
            <source>You took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سحبته أنت</translation>
        </message>
        <message>
            <source>{name} took it back</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>سحبه {name}</translation>
        </message>
        <message>
            <source>You cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ألغيته أنت</translation>
        </message>
        <message>
            <source>{name} cancelled</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>ألغاه {name}</translation>
        </message>
        <message>
            <source>Nobody answered in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم يرد أحد في الوقت المناسب</translation>
        </message>
        <message>
            <source>You did not answer in time</source>
            <translatorcomment>Not yet reviewed by a native speaker</translatorcomment>
            <translation>لم ترد في الوقت المناسب</translation>
        </message>
    </context>
</TS>
