import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {Problem} from '../../source/kinds/problem.ts';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {asNumber} from '../../source/records/row-numbers.ts';
import {githubReport} from '../../source/report/check/github.ts';
import {jsonReport} from '../../source/report/check/json.ts';
import {junitReport} from '../../source/report/check/junit.ts';
import type {ReportedFile} from '../../source/report/check/reported-file.ts';
import {textReport} from '../../source/report/check/text.ts';
import {jsonText} from '../../source/text/json.ts';
import {logLines} from '../../source/text/log-lines.ts';
import {redact} from '../../source/text/redact.ts';
import {assertPlainJson, assertPlainLines, assertWellFormedXml, hostile} from '../support/outputs.ts';

/** Any text, and often one that is built from what is dangerous. */
const anyText = fc.oneof(
	fc.string({unit: 'binary'}),
	fc
		.array(
			fc.constantFrom(
				'::',
				'#',
				'##',
				'[',
				'vso[',
				'\n',
				'\r',
				' ',
				'error',
				'\u001B',
				'\uFFFE',
				'\uD800',
				'"',
				'&',
				'<',
			),
		)
		.map(parts => parts.join('')),
	fc.constant(hostile),
);

test('writes printable JSON without commands that parses to exactly the value', () => {
	fc.assert(
		fc.property(fc.dictionary(anyText, anyText, {noNullPrototype: true}), value => {
			assert.deepEqual(assertPlainJson(`${jsonText(value)}\n`, 'json'), value);
		}),
	);
});

test('writes printable lines without commands', () => {
	fc.assert(fc.property(anyText, text => assertPlainLines(logLines(text), 'lines')));
});

test('removes every form of a secret from a text', () => {
	const secret = fc.string({minLength: 8}).filter(text => /^[\u0021-\u007E]+$/.test(text) && text !== '[hidden]');
	fc.assert(
		fc.property(secret, anyText, (token, around) => {
			const forms = [token, JSON.stringify(token), encodeURIComponent(token)];
			for (const form of forms) assert.ok(!redact(`${around}${form}${around}`, [token]).includes(form));
		}),
	);
});

/** A file of which every text is foreign. */
function fileOf(text: string): ReportedFile {
	const problem: Problem = {
		code: 'period-in-name',
		severity: 'error',
		row: 2,
		field: 'col_name',
		value: text,
		message: text,
		fixes: [{title: text, safe: false, kind: 'cells', changes: [{field: 'col_name', value: text}]}],
	};
	const whole = {code: 'extra-label', severity: 'warning', message: text, next: text, value: text} as const;
	return {
		path: text,
		records: 1,
		kind: warehouse,
		isRecognized: true,
		groups: 1,
		counts: new Map([
			['period-in-name', 1],
			['extra-label', 1],
		]),
		softened: new Map(),
		wholeFile: [whole],
		likelyCause: undefined,
		first: code => (code === 'period-in-name' ? [problem] : []),
		rows: () => [2],
		problemsAt: () => [problem],
		numbers: {of: asNumber, inFile: asNumber, lineOf: row => row, rowFrom: number => number},
	};
}

test('each format of a report encodes names, values and messages', () => {
	fc.assert(
		fc.property(anyText, text => {
			const file = fileOf(text);
			assertPlainLines(logLines(textReport([file])), 'text');
			const report = assertPlainJson([...jsonReport([file], 0, String)].join(''), 'json') as {file: string};
			assert.equal(report.file, text);
			const junit = junitReport([file], 0);
			assertWellFormedXml(junit, 'junit');
			assertPlainLines(junit, 'junit');
			const github = githubReport([file]);
			const lines = github.trimEnd().split('\n');
			assert.ok(lines.length <= 2);
			for (const line of lines) {
				assert.match(line, /^::(?:error|warning) file=[^:,]*,line=\d+,title=[^:,]*::/);
				assertPlainLines(line.slice(2), 'github');
			}
		}),
	);
});
