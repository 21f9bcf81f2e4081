/**
JSON texts by how RFC 8259 judges them, and the code that the program reports for a line with them. `undefined`: the line has no problem.
`<U+2028>` is a character, `<c0 80>` are bytes, and `<100000 [>` is a text that is repeated.
*/
export type JsonTexts = {
	readonly what: string;
	/** Where the texts are: a value of an object, a string (a value or a key), or the whole line. */
	readonly place: 'value' | 'string' | 'line';
	readonly texts: readonly Buffer[];
} & (
	| {readonly rfc: 'accepts' | 'leaves open'; readonly code: string | undefined}
	| {readonly rfc: 'refuses'; readonly code: 'json-error' | 'encoding-error' | 'blank-row'}
);

const accepted = {rfc: 'accepts', code: undefined} as const;
const refused = {rfc: 'refuses', code: 'json-error'} as const;

/** Parses texts, one on each line. */
function texts({raw: [table = '']}: TemplateStringsArray): readonly Buffer[] {
	return table.split('\n').slice(1, -1).map(bytesOf);
}

function bytesOf(text: string): Buffer {
	const pieces = text.split(/<(U\+[0-9A-F]+|[0-9a-f]{2}(?: [0-9a-f]{2})*|\d{3,} [^>]+)>/);
	return Buffer.concat(pieces.map((piece, at) => (at % 2 === 0 ? Buffer.from(piece) : notedBytes(piece))));
}

function notedBytes(note: string): Buffer {
	if (note.startsWith('U+')) return Buffer.from(String.fromCodePoint(Number.parseInt(note.slice(2), 16)));
	const [count = '', ...repeated] = note.split(' ');
	if (count.length < 3) return Buffer.from(note.replaceAll(' ', ''), 'hex');
	return Buffer.from(repeated.join(' ').repeat(Number(count)));
}

/** The characters from the first to the last, in each of these texts in place of `…`. */
function withEach(characters: Iterable<string>, forms: readonly string[]): readonly Buffer[] {
	return [...characters].flatMap(character => forms.map(form => Buffer.from(form.replaceAll('…', character))));
}

/** The control characters that cannot be in a string as they are, without LF, which ends a line. */
const controls = Array.from({length: 32}, (_, code) => String.fromCharCode(code)).filter(each => each !== '\n');

/** Around the tokens of a line. */
const betweenTokens = ['…{"a":1}', '{"a":1}…', '{…"a":1}', '{"a"…:1}', '{"a":…1}', '{"a":[1…,2]}'];

/** White space of other standards, and characters without width. */
const otherSpaces =
	'\f\v\u0000\u001F\u0085\u00A0\u1680\u180E\u2000\u200A\u200B\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF';

export const jsonTexts: readonly JsonTexts[] = [
	{
		...accepted,
		what: 'numbers',
		place: 'value',
		texts: texts`
0
-0
-0.0
7
-1
0.1
10.01
0e0
0E-0
0e+1
1E+2
1e-2
1e00005
-1.5e+10
123456789012345678901234567890
-9223372036854775809
0.1000000000000000000000000000000000000001
`,
	},
	{
		...accepted,
		what: 'numbers that no double has',
		place: 'value',
		rfc: 'leaves open',
		texts: texts`
1e400
-1e400
1e-400
1.7976931348623159e308
1e999999999999999999999
<100000 9>
0.<100000 1>
`,
	},
	{
		...refused,
		what: 'numbers',
		place: 'value',
		texts: texts`
01
-01
00
-00
012.5
+1
++1
--1
-+1
+-1
- 1
-
1.
-1.
0.
.1
-.1
.
1.e1
1.e+1
.e1
0.e1
1e
1E
1e+
1e-
1e1.5
1e1e1
1ee1
1e 1
e1
1.2.3
0x1F
0X1f
0b1
0o7
1_000
1 000
1,000
1L
1f
1n
1a
-1a
1%
<U+2212>1
<U+FF11>
<U+0661>
1<U+0663>
1/2
NaN
-NaN
nan
Infinity
-Infinity
+Infinity
inf
-inf
1#INF
`,
	},
	{
		...accepted,
		what: 'words',
		place: 'value',
		texts: texts`
true
false
null
`,
	},
	{
		...refused,
		what: 'words',
		place: 'value',
		texts: texts`
True
FALSE
Null
None
undefined
nul
nulll
tru
truefalse
true1
true false
t
n
-true
"a"true
yes
nil
tr\u0075e
`,
	},
	{
		...accepted,
		what: 'strings',
		place: 'string',
		texts: texts`
""
" "
"text"
"\""
"\\"
"\/"
"/"
"\b\f\n\r\t"
"\u0000"
"\u001f\u001F"
"\u0041\u00e9\u00E9\u20aC"
"\u005c\u0022"
"\\u0041"
"\\\\"
"\ud83d\ude00"
"\uD83D\uDE00\ud800\udc00\udbff\udfff"
"\ufeff\uffff\ufffe\ufdd0"
"\u2028\u2029"
"<U+00E9><U+20AC><U+1F600>"
"<U+007F>"
"<U+0080><U+0085><U+009F>"
"<U+00A0><U+00AD><U+200B><U+2060>"
"<U+2028><U+2029>"
"<U+FEFF>"
"<U+FDD0><U+FFFE><U+FFFF>"
"<U+1FFFE><U+10FFFF>"
"<U+E000><U+F8FF><U+10FFFD>"
"e<U+0301><U+202E>"
"// text /* text */ # text"
"{}[]:,"
"}{"
"'"
"<100000 x>"
"<100000 \u0041>"
`,
	},
	{
		what: 'strings with half of a surrogate pair',
		place: 'string',
		rfc: 'leaves open',
		code: 'lone-surrogate',
		texts: texts`
"\ud800"
"\uDBFF"
"\udc00"
"\uDFFF"
"x\ud83dx"
"\ud83d\u0041"
"\ud83d\n"
"\ud83d\\ude00"
"\ud83d\ud83d\ude00"
"\ud83d\ude00\ude00"
"\ude00\ud83d"
"\ud83d<U+1F600>"
`,
	},
	{
		...refused,
		what: 'strings',
		place: 'string',
		texts: texts`
'a'
a
<U+201C>a<U+201D>
<U+0060>a<U+0060>
"a'
"a" "b"
"a""b"
"a" + "b"
"\x41"
"\a"
"\v"
"\0"
"\1"
"\'"
"\ "
"\<U+00E9>"
"\<U+1F600>"
"\U0041"
"\N"
"\u"
"\u1"
"\u12"
"\u123"
"\u123g"
"\u12 4"
"\u+123"
"\u-123"
"\u0x41"
"\u{41}"
"\u<U+FF10><U+FF10><U+FF14><U+FF11>"
"\ud83d\u"
"\ud83d\ude0"
"\ud83d\ude0g"
"\ud83d\x"
\u0022a\u0022
\"a\"
`,
	},
	{...refused, what: 'control characters in strings', place: 'string', texts: withEach(controls, ['"…"', '"a\\\\…"'])},
	{...refused, what: 'control characters as escapes', place: 'string', texts: withEach(controls, ['"\\…"'])},
	{
		what: 'strings that are not UTF-8',
		place: 'string',
		rfc: 'refuses',
		code: 'encoding-error',
		texts: texts`
"<80>"
"<bf>"
"<ff>"
"<fe>"
"<c3>"
"<c3 28>"
"<e9>t<e9>"
"<e2 82>"
"<e2 28 a1>"
"<f0 9f 98>"
"<f0 28 8c bc>"
"<c0 80>"
"<c0 af>"
"<c1 bf>"
"<e0 80 af>"
"<e0 9f bf>"
"<f0 80 80 af>"
"<f0 8f bf bf>"
"<f4 90 80 80>"
"<f5 80 80 80>"
"<f8 88 80 80 80>"
"<fc 84 80 80 80 80>"
"<ed a0 80>"
"<ed bf bf>"
"<ed a0 bd ed b8 80>"
"\<e9>"
"\u<e9>"
"\ud83d<ed b8 80>"
`,
	},
	{
		...accepted,
		what: 'arrays and objects',
		place: 'value',
		texts: texts`
[]
{}
[[],{}]
{"a":{},"b":[]}
[1,"a",null,true,[2]]
{"":0}
{"":{"":{"":""}}}
{"a":{"a":{"a":1}}}
{"__proto__":{},"constructor":1}
[ 1 , 2 ]
{ "a" : [ ] , "b" : { } }
[<U+0009>1<U+000D>,<U+0020>2]
<1000 [><1000 ]>
<100000 [><100000 ]>
<100000 {"a":>1<100000 }>
<50000 [{"":>{}<50000 }]>
`,
	},
	{
		...refused,
		what: 'arrays and objects',
		place: 'value',
		texts: texts`
[1,]
[,1]
[1,,2]
[,]
[1 2]
[1;2]
[1:2]
["a":1]
[1}
[1
[
[[1]
[1,
["a
[1]]
[...]
{"a":1,}
{,"a":1}
{,}
{"a":1,,"b":2}
{"a":1 "b":2}
{"a":1;"b":2}
{"a":1]
{"a":1
{"a":
{"a"
{
{"a"}
{"a":}
{"a",1}
{"a" 1}
{"a"::1}
{"a":1:2}
{"a":1 2}
{"a"=1}
{"a"=>1}
{:1}
{a:1}
{a}
{'a':1}
{1:1}
{null:1}
{[]:1}
{"a" "b":1}
{"a"b:1}
{1}
{[]}
(1)
<1>
*
,
:
1:
`,
	},
	{
		...refused,
		what: 'comments',
		place: 'value',
		texts: texts`
1 // text
// text
/* text */ 1
1 /* text */
/**/1
[1 /* text */, 2]
{/**/"a":1}
{"a"/**/:1}
{"a":1 # text
# text
1 -- text
<!-- text --> 1
/
`,
	},
	{
		what: 'repeated keys',
		place: 'line',
		rfc: 'leaves open',
		code: 'duplicate-key',
		texts: texts`
{"a":1,"a":2}
{"a":1,"a":1}
{"a":1,"b":2,"a":null}
{"a":1,"\u0061":1}
{"":1,"":2}
{"\ud83d\ude00":1,"<U+1F600>":1}
`,
	},
	{
		...accepted,
		what: 'repeated keys in a value, and keys that differ',
		place: 'value',
		rfc: 'leaves open',
		texts: texts`
{"a":1,"a":2}
[{"":1,"":2}]
{"a":1,"A":2,"a ":3,"<U+00E4>":4,"a<U+0308>":5}
`,
	},
	{
		what: 'values that are not objects',
		place: 'line',
		rfc: 'accepts',
		code: 'not-an-object',
		texts: texts`
[]
[{}]
""
"{}"
0
-0
true
false
null
<U+0020>1<U+0009>
<100000 [><100000 ]>
`,
	},
	{
		what: 'lines without a value',
		place: 'line',
		rfc: 'refuses',
		code: 'blank-row',
		texts: ['', ' ', '\t \t', '\r', '\f', '\v \f'].map(text => Buffer.from(text)),
	},
	{
		...refused,
		what: 'lines',
		place: 'line',
		texts: texts`
{}{}
{} {}
{},
,{}
{}]
{}}
{};
{} x
x{}
{} // text
// text
# text
/* text */ {}
[] []
1 2
null null
"a" "b"
}
]
[
"
"a
{
{"
{"a
{"a\
{"a\u
{"a":"
-
t
<U+FEFF>
<U+FEFF>{}
{}<U+FEFF>
<U+FEFF><U+FEFF>{}
<U+00A0>
<U+2060>
<!DOCTYPE html>
id,title
--- a: 1
({})
callback({})
{"a":1
<100000 [>
<100000 {"a":>
<100000 [><99999 ]>
<100000 [{"a":>
`,
	},
	{...accepted, what: 'white space', place: 'value', texts: withEach(' \t\r', ['…1', '1…', '[…]', '{…"a"…:…1…}'])},
	{
		...refused,
		what: 'other white space',
		place: 'line',
		texts: withEach(otherSpaces, betweenTokens),
	},
	{
		what: 'bytes outside of strings that are not UTF-8',
		place: 'line',
		rfc: 'refuses',
		code: 'encoding-error',
		texts: texts`
{}<ff>
<ff>{}
<ef bb>{}
{"a":<e9>}
<ed a0 80>
`,
	},
];
