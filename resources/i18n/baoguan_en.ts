<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
    <context>
        <name>Actions</name>
        <message>
            <source>新建馆藏…</source>
            <translation>New Archive…</translation>
        </message>
        <message>
            <source>打开馆藏…</source>
            <translation>Open Archive…</translation>
        </message>
        <message>
            <source>打开样刊</source>
            <translation>Open Sample Page</translation>
        </message>
        <message>
            <source>收入版面文件…</source>
            <translation>Take In Page Files…</translation>
        </message>
        <message>
            <source>收入文件夹…</source>
            <translation>Take In a Folder…</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>重做</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>检索</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>全屏</source>
            <translation>Full Screen</translation>
        </message>
        <message>
            <source>恢复布局</source>
            <translation>Reset Layout</translation>
        </message>
        <message>
            <source>后退</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>前进</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>下一处命中</source>
            <translation>Next Hit</translation>
        </message>
        <message>
            <source>上一处命中</source>
            <translation>Previous Hit</translation>
        </message>
        <message>
            <source>关于报馆</source>
            <translation>About Baoguan</translation>
        </message>
        <message>
            <source>编辑人名词典</source>
            <translation>Edit Dictionary of Names</translation>
        </message>
        <message>
            <source>Whoosh：内置，适合几千篇</source>
            <translation>Whoosh: built in, for some thousand articles</translation>
        </message>
        <message>
            <source>Tantivy：快，适合大馆藏</source>
            <translation>Tantivy: fast, for large archives</translation>
        </message>
        <message>
            <source>OpenSearch：检索集群</source>
            <translation>OpenSearch: a search cluster</translation>
        </message>
        <message>
            <source>导出统计…</source>
            <translation>Export Statistics…</translation>
        </message>
        <message>
            <source>更正统计…</source>
            <translation>Correct Number…</translation>
        </message>
        <message>
            <source>不是统计</source>
            <translation>Not a Statistic</translation>
        </message>
        <message>
            <source>恢复原读</source>
            <translation>Restore Number</translation>
        </message>
        <message>
            <source>筛选统计…</source>
            <translation>Filter Statistics…</translation>
        </message>
        <message>
            <source>统计：表格</source>
            <translation>Statistics: Table</translation>
        </message>
        <message>
            <source>统计：分组</source>
            <translation>Statistics: Groups</translation>
        </message>
        <message>
            <source>统计：图表</source>
            <translation>Statistics: Chart</translation>
        </message>
        <message>
            <source>统计：对照</source>
            <translation>Statistics: Compare</translation>
        </message>
        <message>
            <source>版面：转四分之一圈</source>
            <translation>Page: Turn a Quarter</translation>
        </message>
        <message>
            <source>版面：逐行对照文字</source>
            <translation>Page: Text Line by Line</translation>
        </message>
        <message>
            <source>版面：剪下一块</source>
            <translation>Page: Cut Out a Region</translation>
        </message>
        <message>
            <source>版面：校正</source>
            <translation>Page: Correct Layout</translation>
        </message>
    </context>
    <context>
        <name>AnnotationCard</name>
        <message>
            <source>全文</source>
            <translation>Whole article</translation>
        </message>
        <message>
            <source>原文已变，找不到这几个字</source>
            <translation>The text has changed; these words are no longer in it</translation>
        </message>
    </context>
    <context>
        <name>AnnotationsPane</name>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>本篇</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>还没有批注</source>
            <translation>No notes yet</translation>
        </message>
        <message>
            <source>在文章里选中几个字，再写批注或加标签；它们会列在这里。</source>
            <translation>Select some words in an article, then write a note or add a tag; they are listed here.</translation>
        </message>
    </context>
    <context>
        <name>ArticlePane</name>
        <message>
            <source>文章</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>还没有选中文章</source>
            <translation>No article selected</translation>
        </message>
        <message>
            <source>在“结果”里点一条，或在版面上点一篇文章。</source>
            <translation>Click a result, or an article on the page.</translation>
        </message>
        <message>
            <source>日期不详</source>
            <translation>No date</translation>
        </message>
        <message>
            <source>出处：{place}</source>
            <translation>From: {place}</translation>
        </message>
        <message>
            <source>全文印在</source>
            <translation>Printed on</translation>
        </message>
        <message>
            <source>（这里）</source>
            <translation> (here)</translation>
        </message>
        <message>
            <source>原件：{name}，第 {lines} 行</source>
            <translation>Source: {name}, lines {lines}</translation>
        </message>
        <message>
            <source>已改：不再是“{what}”</source>
            <translation>Changed: no longer "{what}"</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>改</source>
            <translation>Change</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>详情</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>程序出了错，馆藏没有受损。请复制详情并报告；重新打开程序通常可以继续。</source>
            <translation>The program made a mistake; the archive is unharmed. Please copy the details and report them; opening the program again usually helps.</translation>
        </message>
    </context>
    <context>
        <name>ColourDots</name>
        <message>
            <source>颜色 {number}</source>
            <translation>Colour {number}</translation>
        </message>
    </context>
    <context>
        <name>Decision</name>
        <message>
            <source>断开的两段接成一段</source>
            <translation>Two parts of a paragraph joined</translation>
        </message>
        <message>
            <source>一段作为插入的文字</source>
            <translation>A paragraph set in as a box</translation>
        </message>
        <message>
            <source>一行作为图片说明</source>
            <translation>A line taken as a caption</translation>
        </message>
        <message>
            <source>文章归入栏目</source>
            <translation>An article put into a section</translation>
        </message>
        <message>
            <source>栏目名移到它的文章前</source>
            <translation>A section label moved to its articles</translation>
        </message>
        <message>
            <source>一行作为栏目名</source>
            <translation>A line taken as a section label</translation>
        </message>
        <message>
            <source>两行标题合为一题</source>
            <translation>Two headings taken as one title</translation>
        </message>
        <message>
            <source>标题起一篇新文章</source>
            <translation>A heading that begins an article</translation>
        </message>
        <message>
            <source>标题作为文中小标题</source>
            <translation>A heading taken as a subhead</translation>
        </message>
        <message>
            <source>一行短文作为标题</source>
            <translation>A short line taken as a heading</translation>
        </message>
        <message>
            <source>一个人名作为署名</source>
            <translation>A name taken as a byline</translation>
        </message>
        <message>
            <source>署名归上一篇</source>
            <translation>A byline given to the article above</translation>
        </message>
        <message>
            <source>署名归下一篇</source>
            <translation>A byline given to the article below</translation>
        </message>
        <message>
            <source>{what}（原件第 {lines} 行，把握 {sure}）</source>
            <translation>{what} (source lines {lines}, {sure} sure)</translation>
        </message>
        <message>
            <source>断开的两段各自成段</source>
            <translation>A divided text is two paragraphs</translation>
        </message>
        <message>
            <source>一栏接到另一栏</source>
            <translation>A column goes on in another</translation>
        </message>
    </context>
    <context>
        <name>FiguresPane</name>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>还没有选中版面</source>
            <translation>No page selected</translation>
        </message>
        <message>
            <source>在“馆藏”里点一个版或一篇文章。</source>
            <translation>Click a page or an article in the archive.</translation>
        </message>
        <message>
            <source>这篇文章没有图片</source>
            <translation>No figures in this article</translation>
        </message>
        <message>
            <source>点“本版”看整版的图片。</source>
            <translation>"Page" shows those of the whole page.</translation>
        </message>
        <message>
            <source>这里没有图片</source>
            <translation>No figures here</translation>
        </message>
        <message>
            <source>在“馆藏”里换一个版。</source>
            <translation>Choose another page in the archive.</translation>
        </message>
        <message>
            <source>本篇|本版|检索|全部</source>
            <translation>Article|Page|Search|All</translation>
        </message>
        <message>
            <source>按种类和说明筛选</source>
            <translation>Filter by kind and words</translation>
        </message>
        <message>
            <source>放上看图台 (Enter)</source>
            <translation>Lay on the light table (Enter)</translation>
        </message>
        <message>
            <source>放大看</source>
            <translation>Open large</translation>
        </message>
        <message>
            <source>添到看图台上</source>
            <translation>Add to the light table</translation>
        </message>
        <message>
            <source>连出处一起复制</source>
            <translation>Copy with its source</translation>
        </message>
        <message>
            <source>存图片…</source>
            <translation>Save figure…</translation>
        </message>
        <message>
            <source>没有这样的图片</source>
            <translation>No such figures</translation>
        </message>
        <message>
            <source>放宽筛选，或换一个范围。</source>
            <translation>Loosen the filter, or choose another scope.</translation>
        </message>
        <message>
            <source>检索到的文章没有图片</source>
            <translation>No figures in the articles found</translation>
        </message>
        <message>
            <source>换一个检索式，或点“全部”。</source>
            <translation>Search for something else, or choose "All".</translation>
        </message>
        <message>
            <source>{count} 张图片</source>
            <translation>{count} figures</translation>
        </message>
        <message>
            <source>选中 {count} 张</source>
            <translation>{count} chosen</translation>
        </message>
    </context>
    <context>
        <name>Jobs</name>
        <message>
            <source>进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
    </context>
    <context>
        <name>KindSwitches</name>
        <message>
            <source>类别</source>
            <translation>Kinds</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>报馆 {version}：离线的中文报纸阅览室。不联网，什么都不外传。许可证 Apache-2.0。</source>
            <translation>Baoguan {version}: an offline reading room for Chinese newspapers. It never goes online, and nothing leaves this machine. Apache-2.0 licence.</translation>
        </message>
        <message>
            <source>最近的馆藏</source>
            <translation>Recent Archives</translation>
        </message>
        <message>
            <source>报馆</source>
            <translation>Baoguan</translation>
        </message>
        <message>
            <source>{name} · {issues} 期 · {pages} 版 · {articles} 篇文章</source>
            <translation>{name} · issues: {issues} · pages: {pages} · articles: {articles}</translation>
        </message>
        <message>
            <source>只读</source>
            <translation>read-only</translation>
        </message>
        <message>
            <source>已过最后一处命中，回到第一处。</source>
            <translation>Past the last hit: back to the first.</translation>
        </message>
        <message>
            <source>已过第一处命中，到了最后一处。</source>
            <translation>Before the first hit: on to the last.</translation>
        </message>
        <message>
            <source>没有命中可以前往。</source>
            <translation>There is no hit to go to.</translation>
        </message>
        <message>
            <source>重建索引</source>
            <translation>Rebuild Index</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>编辑</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>View</translation>
        </message>
        <message>
            <source>前往</source>
            <translation>Go</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
    </context>
    <context>
        <name>Navigator</name>
        <message>
            <source>报纸不详</source>
            <translation>Unnamed paper</translation>
        </message>
        <message>
            <source>日期不详</source>
            <translation>No date</translation>
        </message>
        <message>
            <source>第 {number} 版</source>
            <translation>Page {number}</translation>
        </message>
    </context>
    <context>
        <name>NavigatorPane</name>
        <message>
            <source>馆藏</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>馆藏还是空的</source>
            <translation>The archive is empty</translation>
        </message>
        <message>
            <source>把版面文件拖到这个窗口里，或用“文件 → 收入版面文件…”。</source>
            <translation>Drop page files on this window, or use File → Take In Page Files….</translation>
        </message>
    </context>
    <context>
        <name>NoteBar</name>
        <message>
            <source>选中的文字</source>
            <translation>Selected text</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Search</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>写批注</source>
            <translation>Write a note</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>批注…</source>
            <translation>Note…</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>标签，用空格或逗号分开</source>
            <translation>Tags, separated by spaces or commas</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>放弃</source>
            <translation>Discard</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>还没有打开馆藏。先在“文件”菜单里打开或新建一个。</source>
            <translation>No archive is open. Open or make one in the File menu first.</translation>
        </message>
        <message>
            <source>新建馆藏</source>
            <translation>New Archive</translation>
        </message>
        <message>
            <source>新馆藏.baoguan</source>
            <translation>New Archive.baoguan</translation>
        </message>
        <message>
            <source>打开馆藏</source>
            <translation>Open Archive</translation>
        </message>
        <message>
            <source>收入版面文件</source>
            <translation>Take In Page Files</translation>
        </message>
        <message>
            <source>版面文件 ({suffixes});;所有文件 (*)</source>
            <translation>Page files ({suffixes});;All files (*)</translation>
        </message>
        <message>
            <source>收入文件夹</source>
            <translation>Take In a Folder</translation>
        </message>
        <message>
            <source>已停止：收入了 {count} 个版面，其余的没有看；可以撤销。</source>
            <translation>Stopped: pages taken in: {count}; the rest was not looked at. Undo takes them back.</translation>
        </message>
        <message>
            <source>收入 {count} 个版面。</source>
            <translation>Pages taken in: {count}.</translation>
        </message>
        <message>
            <source>{count} 个文件没有收入，详情里逐个说明。</source>
            <translation>Files not taken in: {count}; the details say why for each.</translation>
        </message>
        <message>
            <source>已停止；在此之前收入的版面都保留着。</source>
            <translation>Stopped; the pages taken in before are kept.</translation>
        </message>
    </context>
    <context>
        <name>ClipBar</name>
        <message>
            <source>框出的区域</source>
            <translation>Framed region</translation>
        </message>
        <message>
            <source>复制，附出处</source>
            <translation>Copy with Citation</translation>
        </message>
        <message>
            <source>存为图片…</source>
            <translation>Save as Picture…</translation>
        </message>
        <message>
            <source>不剪了</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>Clipping</name>
        <message>
            <source>存为图片</source>
            <translation>Save as Picture</translation>
        </message>
    </context>
    <context>
        <name>LooksButton</name>
        <message>
            <source>对比度</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>灰度</source>
            <translation>Greyscale</translation>
        </message>
        <message>
            <source>反色</source>
            <translation>Inverted</translation>
        </message>
        <message>
            <source>恢复原样</source>
            <translation>As Printed</translation>
        </message>
    </context>
    <context>
        <name>PageBar</name>
        <message>
            <source>缩小 (−)</source>
            <translation>Zoom out (−)</translation>
        </message>
        <message>
            <source>缩放比例</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>放大 (+)</source>
            <translation>Zoom in (+)</translation>
        </message>
        <message>
            <source>整版 (0)</source>
            <translation>Whole page (0)</translation>
        </message>
        <message>
            <source>适合宽度 (W)</source>
            <translation>Fit width (W)</translation>
        </message>
        <message>
            <source>放大到本篇 (A)</source>
            <translation>Zoom to this article (A)</translation>
        </message>
        <message>
            <source>转四分之一圈 (R)</source>
            <translation>Turn a quarter (R)</translation>
        </message>
        <message>
            <source>调整图像，只为阅读</source>
            <translation>Adjust the picture, for reading only</translation>
        </message>
        <message>
            <source>逐行对照文字 (L)</source>
            <translation>Text line by line (L)</translation>
        </message>
        <message>
            <source>剪下一块 (C)</source>
            <translation>Cut out a region (C)</translation>
        </message>
        <message>
            <source>校正版面 (E)</source>
            <translation>Correct the layout (E)</translation>
        </message>
    </context>
    <context>
        <name>PageCorner</name>
        <message>
            <source>全版小图</source>
            <translation>Map of the page</translation>
        </message>
    </context>
    <context>
        <name>PageLinesModel</name>
        <message>
            <source>第 {number} 行</source>
            <translation>Line {number}</translation>
        </message>
        <message>
            <source>原文件作：{raw}</source>
            <translation>In the file: {raw}</translation>
        </message>
        <message>
            <source>识读把握 {share}</source>
            <translation>Confidence of recognition: {share}</translation>
        </message>
    </context>
    <context>
        <name>PagePane</name>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>本期各版</source>
            <translation>Pages of this issue</translation>
        </message>
        <message>
            <source>版面文字，逐行</source>
            <translation>Text of the page, line by line</translation>
        </message>
        <message>
            <source>文字待识读</source>
            <translation>Text not read yet</translation>
        </message>
        <message>
            <source>还没有选中版面</source>
            <translation>No page selected</translation>
        </message>
        <message>
            <source>在“馆藏”里点一个版或一篇文章。</source>
            <translation>Click a page or an article in the archive.</translation>
        </message>
    </context>
    <context>
        <name>Panes</name>
        <message>
            <source>馆藏</source>
            <translation>Archive</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>版面</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>文章</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>统计</source>
            <translation>Statistics</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>逐行</source>
            <translation>In Lines</translation>
        </message>
        <message>
            <source>人名词典</source>
            <translation>Dictionary of Names</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filters</translation>
        </message>
    </context>
    <context>
        <name>Place</name>
        <message>
            <source>第 {number} 版</source>
            <translation>Page {number}</translation>
        </message>
    </context>
    <context>
        <name>ResultsPane</name>
        <message>
            <source>结果</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>没有命中</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>换一个短些的词，或去掉引号与限定；简体、繁体都可以直接输入。</source>
            <translation>Try a shorter word, or leave out quotation marks and fields; simplified and traditional characters find each other.</translation>
        </message>
        <message>
            <source>输入要找的字词</source>
            <translation>Type what to look for</translation>
        </message>
        <message>
            <source>在上方的检索框里输入，一个字也可以；结果随输入出现。</source>
            <translation>Type in the field above, a single character will do; results appear as you type.</translation>
        </message>
        <message>
            <source>正在检索</source>
            <translation>Searching</translation>
        </message>
        <message>
            <source>可以接着输入，只回答最后一次的检索式。</source>
            <translation>You may go on typing; the last query alone is answered.</translation>
        </message>
        <message>
            <source>再检索一次</source>
            <translation>Search Again</translation>
        </message>
        <message>
            <source>检索没有完成</source>
            <translation>The search did not succeed</translation>
        </message>
        <message>
            <source>上方的说明里有详情。</source>
            <translation>The message above has the details.</translation>
        </message>
        <message>
            <source>不要筛选</source>
            <translation>Drop the Filters</translation>
        </message>
        <message>
            <source>选了 {count} 项筛选，放开几项再看。</source>
            <translation>{count} filters are on; let go of some.</translation>
        </message>
    </context>
    <context>
        <name>SearchBar</name>
        <message>
            <source>检索文章、图片说明、批注…</source>
            <translation>Search articles, captions, notes…</translation>
        </message>
        <message>
            <source>检索</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>简=繁</source>
            <translation>简=繁</translation>
        </message>
        <message>
            <source>简体、繁体与异体字一并检索</source>
            <translation>Simplified, traditional and variant characters find each other</translation>
        </message>
        <message>
            <source>例：“轨道交通” 词组 · AND OR NOT · 标题:滨海 · 记者:刘畅 · 日期:2022-10 · 金额:&gt;1亿元</source>
            <translation>E.g. "轨道交通" phrase · AND OR NOT · title:滨海 · byline:刘畅 · date:2022-10 · money:&gt;1亿元</translation>
        </message>
        <message>
            <source>正在检索…</source>
            <translation>Searching…</translation>
        </message>
        <message>
            <source>您要找的是“{text}”吗？</source>
            <translation>Did you mean {text}?</translation>
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message>
            <source>金额</source>
            <translation>Money</translation>
        </message>
        <message>
            <source>百分比</source>
            <translation>Percent</translation>
        </message>
        <message>
            <source>数量</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>至</source>
            <translation> to</translation>
        </message>
        <message>
            <source>金额|数量|百分比|百分点|比率|分数|倍数|长度|面积|重量|体积|时长|速度|温度|年龄|能量|速率|名次|序数|日期|数</source>
            <translation>Money|Count|Percent|Points|Ratio|Fraction|Multiple|Length|Area|Mass|Volume|Duration|Speed|Temperature|Age|Energy|Rate|Rank|Ordinal|Date|Number</translation>
        </message>
        <message>
            <source>值|单位|指标|主体|时间|地点|变化|原句|来源</source>
            <translation>Value|Unit|Measure|Subject|Time|Place|Change|Sentence|Source</translation>
        </message>
        <message>
            <source>指标|统计|文章|最小–最大|时段</source>
            <translation>Measure|Figures|Articles|Least–Greatest|Period</translation>
        </message>
        <message>
            <source>已剔除：不是统计</source>
            <translation>Rejected: not a statistic</translation>
        </message>
        <message>
            <source>已更正</source>
            <translation>Corrected</translation>
        </message>
        <message>
            <source>出处</source>
            <translation>Printed In</translation>
        </message>
        <message>
            <source>“{sentence}”（{place}）</source>
            <translation>"{sentence}" ({place})</translation>
        </message>
        <message>
            <source>《{title}》|{year}年{month}月{day}日|第{page}版|《{headline}》|</source>
            <translation>{title}|{year}-{month:02}-{day:02}|p. {page}|"{headline}"|, </translation>
        </message>
        <message>
            <source>不是统计</source>
            <translation>Not a statistic</translation>
        </message>
        <message>
            <source>更正为：{statistic}</source>
            <translation>Corrected: {statistic}</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPane</name>
        <message>
            <source>{count} 条</source>
            <translation>{count} rows</translation>
        </message>
        <message>
            <source>统计的筛选条件</source>
            <translation>What the statistics are filtered by</translation>
        </message>
        <message>
            <source>清除</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>清除全部筛选条件</source>
            <translation>Clear all filters</translation>
        </message>
        <message>
            <source>表格</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>分组</source>
            <translation>Groups</translation>
        </message>
        <message>
            <source>图表</source>
            <translation>Chart</translation>
        </message>
        <message>
            <source>对照</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>统计的样子</source>
            <translation>View of the statistics</translation>
        </message>
    </context>
    <context>
        <name>Units</name>
        <message>
            <source>元|元（法币）|元（金圆券）|元（旧人民币）|银元|美元|欧元|英镑|港元|日元|新台币元|澳门元|韩元|新加坡元|澳元|加元|马克|法郎|瑞士法郎|卢布|卢比|泰铢|特别提款权|公里|米|分米|厘米|毫米|微米|纳米|光年|平方米|平方公里|平方厘米|公顷|立方米|立方公里|立方厘米|升|毫升|吨|公斤|克|毫克|微克|年|个月|周|天|小时|分钟|秒|毫秒|公里/小时|公里/秒|米/秒|千瓦时|兆瓦时|焦耳|千焦|千卡|瓦|千瓦|兆瓦|吉瓦|伏|千伏|个百分点</source>
            <translation>yuan|fabi yuan|gold yuan|old RMB yuan|silver yuan|US$|euros|pounds|HK$|yen|NT$|patacas|won|S$|A$|C$|marks|francs|Swiss francs|roubles|rupees|baht|SDR|km|m|dm|cm|mm|μm|nm|light years|m²|km²|cm²|ha|m³|km³|cm³|L|mL|t|kg|g|mg|μg|years|months|weeks|days|hours|min|s|ms|km/h|km/s|m/s|kWh|MWh|J|kJ|kcal|W|kW|MW|GW|V|kV|pp</translation>
        </message>
        <message>
            <source>年|月|周|日|小时|分钟|秒</source>
            <translation>year|month|week|day|hour|min|s</translation>
        </message>
        <message>
            <source>占比|百分点|倍数|翻番|长度|面积|重量|体积|时长|年龄|速度|能量|功率|存储|温度|频率|电压|气压|时长</source>
            <translation>share|points|multiple|doublings|length|area|mass|volume|duration|age|speed|energy|power|storage|temperature|frequency|voltage|pressure|time</translation>
        </message>
    </context>
    <context>
        <name>TitleBar</name>
        <message>
            <source>隐藏{name}</source>
            <translation>Hide {name}</translation>
        </message>
    </context>
    <context>
        <name>OrderButton</name>
        <message>
            <source>结果的顺序</source>
            <translation>Order of the results</translation>
        </message>
        <message>
            <source>相关度</source>
            <translation>Relevance</translation>
        </message>
        <message>
            <source>日期新→旧</source>
            <translation>Newest first</translation>
        </message>
        <message>
            <source>日期旧→新</source>
            <translation>Oldest first</translation>
        </message>
        <message>
            <source>排序：{order}</source>
            <translation>Sort: {order}</translation>
        </message>
    </context>
    <context>
        <name>OrEmpty</name>
        <message>
            <source>正在打开馆藏</source>
            <translation>Opening the archive</translation>
        </message>
        <message>
            <source>如果没有打开，请看上方的说明，或在“文件”菜单里另开一个。</source>
            <translation>If it does not open, see the message above, or open another from the File menu.</translation>
        </message>
    </context>
    <context>
        <name>Pictures</name>
        <message>
            <source>图片未随文本收入</source>
            <translation>Picture not in the source text</translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message>
            <source>命中 {count} 篇</source>
            <translation>Found {count}</translation>
        </message>
        <message>
            <source>整句 {count}</source>
            <translation>exact {count}</translation>
        </message>
        <message>
            <source>分词 {count}</source>
            <translation>words {count}</translation>
        </message>
        <message>
            <source>异体 {count}</source>
            <translation>variants {count}</translation>
        </message>
        <message>
            <source>批注 {count}</source>
            <translation>notes {count}</translation>
        </message>
        <message>
            <source>没有命中</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>{count} 秒</source>
            <translation>{count} s</translation>
        </message>
        <message>
            <source>整句：原样含有所输入的文字
分词：含有其中每个词
异体：只以繁体、简体或异体字出现
批注：只在批注或标签里</source>
            <translation>Exact: articles that hold what was typed as it stands
Words: all of its words
Variants: only in another script or character variant
Notes: only in a note or tag</translation>
        </message>
    </context>
    <context>
        <name>Chips</name>
        <message>
            <source>排除</source>
            <translation>not</translation>
        </message>
        <message>
            <source>或</source>
            <translation>or</translation>
        </message>
        <message>
            <source>排除 {part}</source>
            <translation>Not {part}</translation>
        </message>
        <message>
            <source>{terms} 相距 {count} 字以内</source>
            <translation>{terms} within {count} characters</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>通配 {text}</source>
            <translation>Wildcard {text}</translation>
        </message>
        <message>
            <source>“{text}”</source>
            <translation>"{text}"</translation>
        </message>
        <message>
            <source>短语 {text}</source>
            <translation>Phrase {text}</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>记者</source>
            <translation>Byline</translation>
        </message>
        <message>
            <source>栏目</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>报纸</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>版</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>图</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>{field}：{text}</source>
            <translation>{field}: {text}</translation>
        </message>
        <message>
            <source>至 {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>{day} 起</source>
            <translation>from {day}</translation>
        </message>
        <message>
            <source>日期 {span}</source>
            <translation>Date {span}</translation>
        </message>
        <message>
            <source>金额</source>
            <translation>Money</translation>
        </message>
        <message>
            <source>百分比</source>
            <translation>Percent</translation>
        </message>
        <message>
            <source>数量</source>
            <translation>Count</translation>
        </message>
    </context>
    <context>
        <name>ChipButton</name>
        <message>
            <source>去掉 {part}</source>
            <translation>Remove {part}</translation>
        </message>
    </context>
    <context>
        <name>ChipRow</name>
        <message>
            <source>检索式的各部分</source>
            <translation>Parts of the query</translation>
        </message>
        <message>
            <source>还有 {count} 项</source>
            <translation>{count} more</translation>
        </message>
        <message>
            <source>去掉 {part}</source>
            <translation>Remove {part}</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>保存的检索</source>
            <translation>Saved searches</translation>
        </message>
        <message>
            <source>最近的检索</source>
            <translation>Recent searches</translation>
        </message>
        <message>
            <source>清空最近的检索</source>
            <translation>Clear recent searches</translation>
        </message>
        <message>
            <source>{count} 篇</source>
            <translation>{count}</translation>
        </message>
        <message>
            <source>{count} 条</source>
            <translation>{count} figures</translation>
        </message>
    </context>
    <context>
        <name>SuggestList</name>
        <message>
            <source>检索建议</source>
            <translation>Suggestions</translation>
        </message>
    </context>
    <context>
        <name>SavedStar</name>
        <message>
            <source>保存这个检索</source>
            <translation>Save this search</translation>
        </message>
        <message>
            <source>不再保存这个检索</source>
            <translation>Remove this saved search</translation>
        </message>
    </context>
    <context>
        <name>SavedName</name>
        <message>
            <source>保存检索</source>
            <translation>Save Search</translation>
        </message>
        <message>
            <source>检索的名称</source>
            <translation>Name of the search</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
    </context>
    <context>
        <name>Facets</name>
        <message>
            <source>报纸</source>
            <translation>Newspaper</translation>
        </message>
        <message>
            <source>年份</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>月份</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>栏目</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>记者</source>
            <translation>Byline</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>统计种类</source>
            <translation>Kind of number</translation>
        </message>
        <message>
            <source>附有</source>
            <translation>With</translation>
        </message>
        <message>
            <source>版次</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Figures</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Annotations</translation>
        </message>
        <message>
            <source>报纸不详</source>
            <translation>Newspaper unknown</translation>
        </message>
        <message>
            <source>金额</source>
            <translation>Money</translation>
        </message>
        <message>
            <source>数量</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>百分比</source>
            <translation>Percent</translation>
        </message>
        <message>
            <source>百分点</source>
            <translation>Percentage points</translation>
        </message>
        <message>
            <source>比例</source>
            <translation>Ratio</translation>
        </message>
        <message>
            <source>分数</source>
            <translation>Fraction</translation>
        </message>
        <message>
            <source>倍数</source>
            <translation>Multiple</translation>
        </message>
        <message>
            <source>长度</source>
            <translation>Length</translation>
        </message>
        <message>
            <source>面积</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>重量</source>
            <translation>Mass</translation>
        </message>
        <message>
            <source>体积</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>时长</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>速度</source>
            <translation>Speed</translation>
        </message>
        <message>
            <source>温度</source>
            <translation>Temperature</translation>
        </message>
        <message>
            <source>年龄</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>能量</source>
            <translation>Energy</translation>
        </message>
        <message>
            <source>比率</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>名次</source>
            <translation>Rank</translation>
        </message>
        <message>
            <source>序数</source>
            <translation>Ordinal</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>更多（共 {count} 个）</source>
            <translation>More ({count} in all)</translation>
        </message>
        <message>
            <source>{name}，{count} 篇</source>
            <translation>{name}, {count} articles</translation>
        </message>
        <message>
            <source>{name}，{count} 篇，已选</source>
            <translation>{name}, {count} articles, chosen</translation>
        </message>
    </context>
    <context>
        <name>Histogram</name>
        <message>
            <source>按时间分布</source>
            <translation>Spread over time</translation>
        </message>
        <message>
            <source>{when} · 没有存报</source>
            <translation>{when} · no issue survives</translation>
        </message>
        <message>
            <source>{when} · {articles} 篇 · {issues} 期</source>
            <translation>{when} · {articles} in {issues} issues</translation>
        </message>
        <message>
            <source>{when} · 每期 {share} 篇 · {issues} 期</source>
            <translation>{when} · {share} per issue · {issues} issues</translation>
        </message>
        <message>
            <source>{told} · 缺 {count} 个月</source>
            <translation>{told} · {count} months missing</translation>
        </message>
    </context>
    <context>
        <name>FacetList</name>
        <message>
            <source>筛选{facet}</source>
            <translation>Filter: {facet}</translation>
        </message>
    </context>
    <context>
        <name>FacetsPane</name>
        <message>
            <source>篇数</source>
            <translation>Articles</translation>
        </message>
        <message>
            <source>每期篇数</source>
            <translation>Per issue</translation>
        </message>
        <message>
            <source>柱高</source>
            <translation>Height of the bars</translation>
        </message>
        <message>
            <source>清除</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>清除所有筛选</source>
            <translation>Clear all filters</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filters</translation>
        </message>
        <message>
            <source>没有命中</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>换个说法，或少写几个词。</source>
            <translation>Try other words, or fewer.</translation>
        </message>
        <message>
            <source>馆藏还是空的</source>
            <translation>The archive is empty</translation>
        </message>
        <message>
            <source>收入版面以后，可以在这里按报纸、时间、栏目、记者筛选。</source>
            <translation>Once pages are taken in, filter here by newspaper, time, section and byline.</translation>
        </message>
        <message>
            <source>{said} · 另有 {count} 篇没有日期</source>
            <translation>{said} · {count} more undated</translation>
        </message>
    </context>
    <context>
        <name>IndexCare</name>
        <message>
            <source>改用馆藏里的索引</source>
            <translation>Use the Archive's Own Index</translation>
        </message>
        <message>
            <source>已停止重建，仍用原来的索引。</source>
            <translation>Stopped; the former index still answers.</translation>
        </message>
        <message>
            <source>检索集群没有应答。</source>
            <translation>The search cluster does not answer.</translation>
        </message>
        <message>
            <source>索引已用 {engine} 重建。</source>
            <translation>The index was built anew on {engine}.</translation>
        </message>
    </context>
    <context>
        <name>ConcordancePane</name>
        <message>
            <source>相关度</source>
            <translation>Rank</translation>
        </message>
        <message>
            <source>左文</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>右文</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>各行的顺序</source>
            <translation>Order of lines</translation>
        </message>
        <message>
            <source>逐行</source>
            <translation>In Lines</translation>
        </message>
        <message>
            <source>读更多</source>
            <translation>Read More</translation>
        </message>
        <message>
            <source>前 {read} 篇（共 {total} 篇），{lines} 行</source>
            <translation>First {read} of {total} articles · lines: {lines}</translation>
        </message>
        <message>
            <source>{read} 篇，{lines} 行</source>
            <translation>Articles: {read} · lines: {lines}</translation>
        </message>
        <message>
            <source>再读一次</source>
            <translation>Read Again</translation>
        </message>
        <message>
            <source>每处命中一行</source>
            <translation>A line for every hit</translation>
        </message>
        <message>
            <source>在上方输入要找的字词，这里把每一处命中对齐排开。</source>
            <translation>Type what to look for above; here every hit stands under the other.</translation>
        </message>
        <message>
            <source>正文里没有命中</source>
            <translation>No hit in print</translation>
        </message>
        <message>
            <source>只在批注或标签里找到的文章，请看“结果”。</source>
            <translation>Articles found by a note or tag alone are among the results.</translation>
        </message>
        <message>
            <source>没有读完</source>
            <translation>The lines could not be read</translation>
        </message>
        <message>
            <source>上方的说明里有详情。</source>
            <translation>The message above has the details.</translation>
        </message>
    </context>
    <context>
        <name>DictionaryPane</name>
        <message>
            <source>人名词典</source>
            <translation>Dictionary of Names</translation>
        </message>
        <message>
            <source>每行一个词，例如：
滨海新区
周恩来 100 nr</source>
            <translation>One word a line, for example:
滨海新区
周恩来 100 nr</translation>
        </message>
        <message>
            <source>每行一个人名、地名或机构名，后面可以写词频和词性。只影响排序与联想，不影响能不能找到。</source>
            <translation>One person, place or body a line, with frequency and part of speech if you like. It changes the order of hits and the suggestions, never what is found.</translation>
        </message>
        <message>
            <source>还原</source>
            <translation>Revert</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Keep</translation>
        </message>
    </context>
    <context>
        <name>ResultCard</name>
        <message>
            <source>批注：</source>
            <translation>Note: </translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>清空</source>
            <translation>Clear</translation>
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>报道的数字</source>
            <translation>Reported numbers</translation>
        </message>
        <message>
            <source>{name}（{unit}）</source>
            <translation>{name} ({unit})</translation>
        </message>
        <message>
            <source>{count} 条</source>
            <translation>{count} numbers</translation>
        </message>
        <message>
            <source>未写明主体</source>
            <translation>Subject not named</translation>
        </message>
        <message>
            <source>截至 {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>{day} 起</source>
            <translation>from {day}</translation>
        </message>
        <message>
            <source>另有 {count} 个主体较小，未画</source>
            <translation>{count} smaller subjects are not drawn</translation>
        </message>
        <message>
            <source>另有 {count} 个主体说得较少，未画</source>
            <translation>{count} subjects told of less often are not drawn</translation>
        </message>
        <message>
            <source>{count} 个数字量纲不同或没有主体，未画</source>
            <translation>{count} numbers of another unit or without a subject are not drawn</translation>
        </message>
        <message>
            <source>{count} 个数字量纲不同或没有日期，未画</source>
            <translation>{count} numbers of another unit or without a date are not drawn</translation>
        </message>
        <message>
            <source>{count} 个数字量纲不同，未画</source>
            <translation>{count} numbers of another unit are not drawn</translation>
        </message>
        <message>
            <source>《{title}》|、|等 {count} 种报纸</source>
            <translation>{title}|, | and others, {count} newspapers in all</translation>
        </message>
        <message>
            <source>{since} 至 {until}</source>
            <translation>{since} to {until}</translation>
        </message>
        <message>
            <source>据{papers}{days}，{count} 个数字</source>
            <translation>Source: {papers}{days}; {count} numbers</translation>
        </message>
        <message>
            <source>{count} 条，逐条点开</source>
            <translation>{count} numbers, opened one by one</translation>
        </message>
        <message>
            <source>第 {turn} 条，共 {count} 条</source>
            <translation>number {turn} of {count}</translation>
        </message>
        <message>
            <source>每级的条数；级距逐级放大</source>
            <translation>How many numbers in each class; the classes grow</translation>
        </message>
        <message>
            <source>每级的条数</source>
            <translation>How many numbers in each class</translation>
        </message>
        <message>
            <source>值（{unit}）</source>
            <translation>Value ({unit})</translation>
        </message>
        <message>
            <source>值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>条数</source>
            <translation>Numbers</translation>
        </message>
        <message>
            <source>主体</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>主体与时间</source>
            <translation>Subject and time</translation>
        </message>
        <message>
            <source>级</source>
            <translation>Class</translation>
        </message>
    </context>
    <context>
        <name>ChartView</name>
        <message>
            <source>柱</source>
            <translation>Bars</translation>
        </message>
        <message>
            <source>线</source>
            <translation>Lines</translation>
        </message>
        <message>
            <source>分布</source>
            <translation>Spread</translation>
        </message>
        <message>
            <source>图的种类</source>
            <translation>Kind of chart</translation>
        </message>
        <message>
            <source>图</source>
            <translation>Chart</translation>
        </message>
        <message>
            <source>表</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>看图或看表</source>
            <translation>Chart or table</translation>
        </message>
        <message>
            <source>把图存成 SVG 或 PNG</source>
            <translation>Save the chart as SVG or PNG</translation>
        </message>
        <message>
            <source>存图</source>
            <translation>Save the chart</translation>
        </message>
        <message>
            <source>已存为“{name}”</source>
            <translation>Saved as "{name}"</translation>
        </message>
        <message>
            <source>没有可画的数字</source>
            <translation>No numbers to draw</translation>
        </message>
        <message>
            <source>放宽筛选，或换一个范围。</source>
            <translation>Widen the filter, or choose another scope.</translation>
        </message>
        <message>
            <source>这些数字没有写明主体</source>
            <translation>These numbers name no subject</translation>
        </message>
        <message>
            <source>点“线”或“分布”看它们。</source>
            <translation>"Lines" and "Spread" show them.</translation>
        </message>
        <message>
            <source>这些数字没有日期</source>
            <translation>These numbers have no date</translation>
        </message>
        <message>
            <source>点“柱”或“分布”看它们。</source>
            <translation>"Bars" and "Spread" show them.</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>Narrowing</name>
        <message>
            <source>指标：{name}</source>
            <translation>Measure: {name}</translation>
        </message>
        <message>
            <source>主体：{name}</source>
            <translation>Subject: {name}</translation>
        </message>
        <message>
            <source>地点：{name}</source>
            <translation>Place: {name}</translation>
        </message>
        <message>
            <source>报纸：{name}</source>
            <translation>Paper: {name}</translation>
        </message>
        <message>
            <source>已剔除的</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>单位：{name}</source>
            <translation>Unit: {name}</translation>
        </message>
        <message>
            <source>{day} 起</source>
            <translation>from {day}</translation>
        </message>
        <message>
            <source>到 {day}</source>
            <translation>to {day}</translation>
        </message>
    </context>
    <context>
        <name>AmendCard</name>
        <message>
            <source>更正统计</source>
            <translation>Correct a Number</translation>
        </message>
        <message>
            <source>不是统计</source>
            <translation>Not a Statistic</translation>
        </message>
        <message>
            <source>恢复原读</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correct</translation>
        </message>
    </context>
    <context>
        <name>AmendForm</name>
        <message>
            <source>数值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>范围的另一端</source>
            <translation>Other end of the range</translation>
        </message>
        <message>
            <source>到（是范围才填）</source>
            <translation>To (for a range)</translation>
        </message>
        <message>
            <source>等于|约|大于|不小于|小于|不大于|平均</source>
            <translation>equal|about|more than|at least|less than|at most|on average</translation>
        </message>
        <message>
            <source>关系</source>
            <translation>Relation</translation>
        </message>
        <message>
            <source>这不是数：请写成 1500、0.15万 或 1.5亿。</source>
            <translation>This is no number: write 1500 or 1,500.5.</translation>
        </message>
        <message>
            <source>前一个数大于后一个：请对调。</source>
            <translation>The first number is greater than the second: exchange them.</translation>
        </message>
        <message>
            <source>看不懂这个日期：请写成 2022、2022-10-12 或 2019/2021，留空则自动推算。</source>
            <translation>This date cannot be read: write 2022, 2022-10-12 or 2019/2021, or leave it to be worked out.</translation>
        </message>
        <message>
            <source>没有数值：请填写数值，或点“不是统计”。</source>
            <translation>There is no value: fill it in, or press "Not a Statistic".</translation>
        </message>
        <message>
            <source>类别：{kind}</source>
            <translation>Kind: {kind}</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>原文的说法</source>
            <translation>As printed</translation>
        </message>
        <message>
            <source>时间的起止日期</source>
            <translation>First and last day of the time</translation>
        </message>
        <message>
            <source>自动推算</source>
            <translation>Worked out</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>指标</source>
            <translation>Measure</translation>
        </message>
        <message>
            <source>主体</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
    </context>
    <context>
        <name>FilterForm</name>
        <message>
            <source>最小值</source>
            <translation>Least value</translation>
        </message>
        <message>
            <source>最大值</source>
            <translation>Greatest value</translation>
        </message>
        <message>
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到</source>
            <translation>To</translation>
        </message>
        <message>
            <source>起始时间</source>
            <translation>Beginning of the period</translation>
        </message>
        <message>
            <source>截止时间</source>
            <translation>End of the period</translation>
        </message>
        <message>
            <source>采用的</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>已剔除的</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>列出</source>
            <translation>List</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>年份</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>选一年</source>
            <translation>Choose a year</translation>
        </message>
        <message>
            <source>指标</source>
            <translation>Measure</translation>
        </message>
        <message>
            <source>主体</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>报纸</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>这不是数：请写成 1500、0.15万 或 1.5亿；现在没有按它筛选。</source>
            <translation>This is no number: write 1500 or 1,500.5. Nothing is filtered by it now.</translation>
        </message>
        <message>
            <source>“从”大于“到”：请改其中一个；现在没有按数值筛选。</source>
            <translation>"From" is greater than "To": change one. Nothing is filtered by value now.</translation>
        </message>
        <message>
            <source>看不懂这个日期：请写成 2022、2022-10 或 2022-10-12；现在没有按它筛选。</source>
            <translation>This date cannot be read: write 2022, 2022-10 or 2022-10-12. Nothing is filtered by it now.</translation>
        </message>
        <message>
            <source>“从”晚于“到”：请改其中一个；现在没有按时间筛选。</source>
            <translation>"From" is later than "To": change one. Nothing is filtered by time now.</translation>
        </message>
        <message>
            <source>没有叫“{unit}”的单位：请从列表里选；现在没有按它筛选。</source>
            <translation>No unit is called "{unit}": choose one of the list. Nothing is filtered by it now.</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>筛选统计</source>
            <translation>Filter the statistics</translation>
        </message>
        <message>
            <source>清除全部</source>
            <translation>Clear All</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>MeasureGroups</name>
        <message>
            <source>按指标分组</source>
            <translation>By measure</translation>
        </message>
        <message>
            <source>列出这些统计</source>
            <translation>List These Figures</translation>
        </message>
        <message>
            <source>画成图</source>
            <translation>Draw as a Chart</translation>
        </message>
        <message>
            <source>逐期对照</source>
            <translation>Compare over Issues</translation>
        </message>
        <message>
            <source>没有说得出指标的数字</source>
            <translation>No number says what it measures</translation>
        </message>
        <message>
            <source>点“全部”，或放开几个条件；指标是数字所说的那一项，如“融资额”。</source>
            <translation>Click "All", or drop some filters; a measure is what a number tells, such as "turnover".</translation>
        </message>
        <message>
            <source>正在按指标分组</source>
            <translation>Grouping by measure</translation>
        </message>
    </context>
    <context>
        <name>StatisticActs</name>
        <message>
            <source>更正…</source>
            <translation>Correct…</translation>
        </message>
        <message>
            <source>不是统计</source>
            <translation>Not a Statistic</translation>
        </message>
        <message>
            <source>恢复原读</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>复制引文</source>
            <translation>Copy Quotation</translation>
        </message>
        <message>
            <source>导出…</source>
            <translation>Export…</translation>
        </message>
    </context>
    <context>
        <name>StatisticBar</name>
        <message>
            <source>本篇</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>本版</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>按指标、数值、时间等筛选</source>
            <translation>Filter by measure, value, time and more</translation>
        </message>
        <message>
            <source>导出列出的统计</source>
            <translation>Export the figures listed</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>按文字筛选统计</source>
            <translation>Filter the statistics by text</translation>
        </message>
    </context>
    <context>
        <name>StatisticListing</name>
        <message>
            <source>统计</source>
            <translation>Statistics</translation>
        </message>
        <message>
            <source>还没有选中文章</source>
            <translation>No article selected</translation>
        </message>
        <message>
            <source>点一篇文章看它报道的数字，或点“全部”。</source>
            <translation>Click an article to see its numbers, or "All".</translation>
        </message>
        <message>
            <source>没有剔除过数字</source>
            <translation>No number was rejected</translation>
        </message>
        <message>
            <source>在表格里选中一行按 Delete，它就不再列出，可以从这里恢复。</source>
            <translation>Press Delete on a row of the table and it is listed no more; it can be restored here.</translation>
        </message>
        <message>
            <source>没有合乎筛选的数字</source>
            <translation>No number passes the filter</translation>
        </message>
        <message>
            <source>放开几个条件或类别，或清空筛选文字。</source>
            <translation>Drop some filters or kinds, or clear the text.</translation>
        </message>
        <message>
            <source>这里没有报道数字</source>
            <translation>No numbers are reported here</translation>
        </message>
        <message>
            <source>点“本版”或“全部”看更多。</source>
            <translation>Click "Page" or "All" for more.</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>导出统计</source>
            <translation>Export Statistics</translation>
        </message>
        <message>
            <source>{archive}的统计.csv</source>
            <translation>{archive} statistics.csv</translation>
        </message>
        <message>
            <source>{count} 条统计已导出到“{name}”。</source>
            <translation>{count} figures were exported to "{name}".</translation>
        </message>
        <message>
            <source>已停止导出，没有写出文件。</source>
            <translation>Export stopped; no file was written.</translation>
        </message>
    </context>
    <context>
        <name>OrReading</name>
        <message>
            <source>没有读完|上方的说明里有详情。|再读一次</source>
            <translation>Not all was read|The message above says more.|Read again</translation>
        </message>
        <message>
            <source>正在读数字</source>
            <translation>Reading the numbers</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>主体、地点、时间</source>
            <translation>Subject, place, time</translation>
        </message>
        <message>
            <source>第 {number} 处</source>
            <translation>Source {number}</translation>
        </message>
        <message>
            <source>说法不一</source>
            <translation>Figures differ</translation>
        </message>
    </context>
    <context>
        <name>CompareView</name>
        <message>
            <source>指标</source>
            <translation>Measure</translation>
        </message>
        <message>
            <source>要对照的指标</source>
            <translation>Measure to compare</translation>
        </message>
        <message>
            <source>按时间</source>
            <translation>By time</translation>
        </message>
        <message>
            <source>按主体</source>
            <translation>By subject</translation>
        </message>
        <message>
            <source>各行的顺序</source>
            <translation>Order of the rows</translation>
        </message>
        <message>
            <source>没有说这个指标的数字</source>
            <translation>No numbers of this measure</translation>
        </message>
        <message>
            <source>换一个指标，或放宽筛选。</source>
            <translation>Choose another measure, or widen the filter.</translation>
        </message>
        <message>
            <source>没有说得出指标的数字</source>
            <translation>No numbers that name a measure</translation>
        </message>
        <message>
            <source>放宽筛选，或换一个范围；指标如“融资额”。</source>
            <translation>Widen the filter, or choose another scope; a measure is, say, "financing".</translation>
        </message>
        <message>
            <source>说法不一 {count}</source>
            <translation>{count} differ</translation>
        </message>
        <message>
            <source>只列说法不一的</source>
            <translation>Only rows whose figures differ</translation>
        </message>
        <message>
            <source>{figures} 个数字，{rows} 行</source>
            <translation>{figures} numbers in {rows} rows</translation>
        </message>
        <message>
            <source>都折成{unit}</source>
            <translation>all turned into {unit}</translation>
        </message>
        <message>
            <source>{count} 个数字量纲不同或没有值，没有列出</source>
            <translation>{count} numbers of another unit or without a value are not listed</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>NumberCard</name>
        <message>
            <source>更正…</source>
            <translation>Correct…</translation>
        </message>
        <message>
            <source>不是统计</source>
            <translation>Not a statistic</translation>
        </message>
        <message>
            <source>恢复原读</source>
            <translation>Restore</translation>
        </message>
    </context>
    <context>
        <name>NumberWords</name>
        <message>
            <source>目标|假设</source>
            <translation>target|hypothetical</translation>
        </message>
        <message>
            <source>原文|折合|指标|主体|时间|地点|变化</source>
            <translation>Printed|That is|Measure|Subject|Time|Place|Change</translation>
        </message>
        <message>
            <source>读者已更正</source>
            <translation>Corrected by a reader</translation>
        </message>
        <message>
            <source>规则 {rule} · 把握 {sure}%</source>
            <translation>Rule {rule} · {sure}% sure</translation>
        </message>
        <message>
            <source>{words}（{iso}）</source>
            <translation>{words} ({iso})</translation>
        </message>
    </context>
    <context>
        <name>GalleryFilter</name>
        <message>
            <source>说明、署名或标题里有</source>
            <translation>Words in caption, credit or headline</translation>
        </message>
        <message>
            <source>图片的文字</source>
            <translation>Words of figures</translation>
        </message>
        <message>
            <source>所有种类</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>种类：{kind}</source>
            <translation>Kind: {kind}</translation>
        </message>
    </context>
    <context>
        <name>GalleryActs</name>
        <message>
            <source>已复制：{words}</source>
            <translation>Copied: {words}</translation>
        </message>
        <message>
            <source>存图片</source>
            <translation>Save figure</translation>
        </message>
        <message>
            <source>把图片存到文件夹</source>
            <translation>Save figures into a folder</translation>
        </message>
        <message>
            <source>馆藏里没有这张图片的图像，没有存</source>
            <translation>The archive holds no picture of this figure; nothing was saved</translation>
        </message>
        <message>
            <source>已存为“{name}”</source>
            <translation>Saved as "{name}"</translation>
        </message>
        <message>
            <source>存了 {count} 张图片</source>
            <translation>{count} figures saved</translation>
        </message>
    </context>
    <context>
        <name>LightTable</name>
        <message>
            <source>看图台</source>
            <translation>Light table</translation>
        </message>
        <message>
            <source>上一张 (←)</source>
            <translation>Previous (←)</translation>
        </message>
        <message>
            <source>下一张 (→)</source>
            <translation>Next (→)</translation>
        </message>
        <message>
            <source>缩小 (−)</source>
            <translation>Zoom out (−)</translation>
        </message>
        <message>
            <source>放大 (+)</source>
            <translation>Zoom in (+)</translation>
        </message>
        <message>
            <source>整幅 (0)</source>
            <translation>Whole picture (0)</translation>
        </message>
        <message>
            <source>连出处一起复制 (Ctrl+C)</source>
            <translation>Copy with its source (Ctrl+C)</translation>
        </message>
        <message>
            <source>存图片 (Ctrl+S)</source>
            <translation>Save figure (Ctrl+S)</translation>
        </message>
        <message>
            <source>从台上拿开 (Delete)</source>
            <translation>Take off the table (Delete)</translation>
        </message>
        <message>
            <source>{place} / {count}</source>
            <translation>{place} / {count}</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>照片|插图|图表|表格|地图|广告</source>
            <translation>Photograph|Drawing|Chart|Table|Map|Advertisement</translation>
        </message>
        <message>
            <source>（没有说明）</source>
            <translation>(no caption)</translation>
        </message>
        <message>
            <source>（{credit}）</source>
            <translation> ({credit})</translation>
        </message>
    </context>
    <context>
        <name>LayoutEditBar</name>
        <message>
            <source>校正版面</source>
            <translation>Correct the layout</translation>
        </message>
        <message>
            <source>段</source>
            <translation>Block</translation>
        </message>
        <message>
            <source>行</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>选取的单位</source>
            <translation>Unit of choosing</translation>
        </message>
        <message>
            <source>合成一篇</source>
            <translation>Make one article</translation>
        </message>
        <message>
            <source>从这里起另成一篇</source>
            <translation>Begin another article here</translation>
        </message>
        <message>
            <source>自成一篇</source>
            <translation>An article of its own</translation>
        </message>
        <message>
            <source>归入另一篇</source>
            <translation>Move into another article</translation>
        </message>
        <message>
            <source>印作什么</source>
            <translation>Printed as</translation>
        </message>
        <message>
            <source>先读</source>
            <translation>Read earlier</translation>
        </message>
        <message>
            <source>后读</source>
            <translation>Read later</translation>
        </message>
        <message>
            <source>逐段点出次序</source>
            <translation>Tell the order block by block</translation>
        </message>
        <message>
            <source>画新图框</source>
            <translation>Frame a new figure</translation>
        </message>
        <message>
            <source>移出文章，或去掉图框</source>
            <translation>Take out of the article, or remove the frame</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>馆藏只能读，不能校正。</source>
            <translation>The archive is read-only and cannot be corrected.</translation>
        </message>
        <message>
            <source>依次点各段，再按 O 或 Enter 定下次序。</source>
            <translation>Click blocks in their order, then press O or Enter.</translation>
        </message>
        <message>
            <source>在版面上拖出图框。</source>
            <translation>Drag a frame on the page.</translation>
        </message>
        <message>
            <source>拖图框的边角。</source>
            <translation>Drag the frame's edges and corners.</translation>
        </message>
        <message>
            <source>拖到另一篇，或按上面的按钮。</source>
            <translation>Drag it to another article, or use the buttons.</translation>
        </message>
        <message>
            <source>点一段，或拖出方框选几段。</source>
            <translation>Click a block, or drag a box around several.</translation>
        </message>
        <message>
            <source>选中 {count} 段</source>
            <translation>{count} blocks chosen</translation>
        </message>
        <message>
            <source>这一版还没有读出文字。</source>
            <translation>No text of this page has been read yet.</translation>
        </message>
    </context>
    <context>
        <name>DoubtRow</name>
        <message>
            <source>没有把握的地方</source>
            <translation>Unsure choices</translation>
        </message>
        <message>
            <source>就这样</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>换一种</source>
            <translation>The other way</translation>
        </message>
        <message>
            <source>上一处</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>下一处</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>已换：</source>
            <translation>Changed: </translation>
        </message>
    </context>
    <context>
        <name>LayoutOverlay</name>
        <message>
            <source>自成一篇</source>
            <translation>An article of its own</translation>
        </message>
        <message>
            <source>不动</source>
            <translation>Stays</translation>
        </message>
        <message>
            <source>那里没有文章</source>
            <translation>No article there</translation>
        </message>
        <message>
            <source>读在第 {number} 段之后</source>
            <translation>Read after block {number}</translation>
        </message>
        <message>
            <source>读在第 {number} 段之前</source>
            <translation>Read before block {number}</translation>
        </message>
        <message>
            <source>归入“{headline}”</source>
            <translation>Into "{headline}"</translation>
        </message>
    </context>
    <context>
        <name>LayoutRoles</name>
        <message>
            <source>引题|主题|副题|署名|导语|正文|小标题|插文|附注|图片说明|图片署名|栏目名|不属于文章</source>
            <translation>Kicker|Headline|Deck|Byline|Lead|Body|Subhead|Inset|Note|Caption|Credit|Section label|Not of an article</translation>
        </message>
        <message>
            <source>（没有标题）</source>
            <translation>(no headline)</translation>
        </message>
    </context>
</TS>
