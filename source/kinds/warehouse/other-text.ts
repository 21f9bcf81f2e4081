import type {UnsupportedFormat} from '../unsupported-format.ts';

type OtherText = UnsupportedFormat & {readonly pattern: RegExp};

/** The comments above the first statement; a semicolon ends one that only some servers execute. */
const comments = /^(?:\s+|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*/;

/** The start of an SQL statement, by more than its first word: that can start a title too. */
const statement = new RegExp(
	`^(?:${[
		'select\\b[^;]*\\bfrom\\b',
		'with\\s+(?:recursive\\s+)?(?:\\w+|"[^"]*"|`[^`]*`)\\s*(?:\\([^)]*\\)\\s*)?as\\s*\\(',
		'(?:insert|merge)\\s+into\\b',
		'delete\\s+from\\b',
		'update\\s+\\S+\\s+set\\s+\\S+\\s*=',
		'(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?(?:\\w+\\s+){0,2}(?:table|view|schema|database|index|type|function|procedure|sequence)\\b',
		'use\\s+[^\\s;,]+\\s*(?:;|\\s+go\\b)',
		'set\\s+(?:[\\w.@"]+\\s*=|search_path\\b|nocount\\b|names\\b|ansi_\\w+|quoted_identifier\\b)',
		'(?:begin\\s*;|(?:begin|start)\\s+transaction\\b)',
		'truncate\\s+table\\s+\\S',
		'comment\\s+on\\s+(?:table|view|column|schema|database)\\s+\\S',
		'declare\\s+@',
		'pragma\\s+\\w+\\s*(?:=|\\(|;)',
		// A single statement.
		'(?:select|show|describe|desc|explain|exec|execute|call|grant)\\s[^;]*;\\s*$',
		'copy\\s+[\\w."]+\\s*(?:\\([^)]*\\)\\s*)?(?:from|to)\\b',
	].join('|')})`,
	'i',
);

const others: readonly OtherText[] = [
	{
		code: 'wrong-kind',
		pattern: /^(?:\{|\[\s*(?:"(?:[^"\\]|\\.)*"|-?[0-9.]+|true|false|null)?\s*[,\]])/,
		message: 'This is JSON, but no CSV and no JSON Lines that Secoda reads.',
		next: 'Export one object on each line, or a CSV. "secoda-upload convert <file>" writes the objects of an array as lines.',
	},
	{
		code: 'wrong-kind',
		pattern: /^version https:\/\/git-lfs\.github\.com\//,
		message: 'This is a pointer of Git LFS to a file, not the file.',
		next: 'Download the file: git lfs pull.',
	},
	{
		code: 'wrong-kind',
		pattern: /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta|script)\b/i,
		message: 'This is an HTML page, not a CSV.',
		next: 'Download the export again: a page that asks to sign in is often saved in its place.',
	},
	{
		code: 'wrong-kind',
		pattern: /^(?:<\?xml\b|<!--|<[a-z][^<>,]*>\s*<)/i,
		message: 'This is XML, not a CSV.',
		next: 'Open it in the program that wrote it, and save it as CSV in UTF-8.',
	},
];

const sql: UnsupportedFormat = {
	code: 'wrong-kind',
	message: 'This is an SQL script, not its result.',
	next: 'Run it, and export the result as CSV with a header. "secoda-upload sql" prints a query for your warehouse.',
};

const diff: UnsupportedFormat = {
	code: 'wrong-kind',
	message: 'This is a diff of a file, not the file.',
	next: 'Apply it, and give the changed file.',
};

/** Detects a diff. The lines of a CSV in it would be read as rows, with + and - in the first names. */
export function diffOfText(text: string): UnsupportedFormat | undefined {
	return /^(?:diff |Index: |--- )[\s\S]*?^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m.test(text) ? diff : undefined;
}

/** Detects a text that is no table. */
export function otherText(text: string): UnsupportedFormat | undefined {
	const start = text.trimStart();
	const found = others.find(({pattern}) => pattern.test(start));
	if (found !== undefined) return {code: found.code, message: found.message, next: found.next};
	return statement.test(text.replace(comments, '')) ? sql : undefined;
}
