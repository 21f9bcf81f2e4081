import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import type {Command, Option} from 'commander';
import {parseAddress} from '../../source/catalog/address.ts';
import {looksLikeToken} from '../../source/text/looks-like-token.ts';
import {program} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

/** Tokens of several shapes; none of them is in the environment. */
const tokens = [
	'sk_live_SECRETdonotprintthisone',
	'kV9x2Lq7Zr4Tn8Wb3Yd6Hc1Mf5Jp0Sg',
	'9f86d081884c7d659a2feaa0c55ad015a3bf4f1b',
	'Zk3-pQ9_vR2xLm-7Tn8Wb3_Yd6Hc1Mf5',
	'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.c2lnbmF0dXJlLW9m',
] as const;

const words: ReadonlyArray<readonly [text: string, isToken: boolean]> = [
	...tokens.map(token => [token, true] as const),
	['ghp_16C7e42F292c6912E7710c838347Ae178B4a', true],
	['Bearer abcdef', true],
	['qwertyuiopasdfghjklzxcvbnmqwertyuiop', true],
	['6b1e6f6c-0b5c-4c8e-9d5b-0a1b2c3d4e5f', false],
	['nightly-6b1e6f6c-0b5c-4c8e-9d5b-0a1b2c3d4e5f', false],
	['data_warehouse_customers_daily_snapshot_2024', false],
	['MyWarehouseExportFileForNightly', false],
	['2024-11-26T10-00-00Z-export-v2-final3', false],
	['b2b_2024q3_a1_report_v10_x86_64', false],
	['exports/kV9x2Lq7Zr4Tn8Wb3Yd6Hc1Mf5Jp0Sg', false],
	['kV9x2Lq7Zr4Tn8Wb3Yd6Hc1Mf5Jp0Sg.csv', false],
	['0123456789ab', false],
	['nightly', false],
];

for (const [text, isToken] of words) {
	test(`${isToken ? 'a token' : 'not a token'}: ${text}`, () => assert.equal(looksLikeToken(text), isToken));
}

type Named = {readonly words: readonly string[]; readonly command: Command};

/** Every command that does something, with the words that lead to it; without any, the default one. */
function commandsBelow({words, command}: Named): readonly Named[] {
	const children = command.commands.filter(child => !child.name().startsWith('__'));
	if (children.length === 0) return [{words, command}];
	const below = children.flatMap(child =>
		commandsBelow({words: child.name() === 'review' ? words : [...words, child.name()], command: child}),
	);
	// A word after a group of commands is no command.
	return command === program ? below : [...below, {words, command}];
}

const commands = commandsBelow({words: [], command: program});
const places = {profile: 'nightly', 'profile|number': 'nightly', file: 'w.csv', name: 'x', shell: 'bash'} as const;

/** Returns the arguments that a command takes. */
function argumentsOf({registeredArguments}: Command): readonly string[] {
	return registeredArguments
		.filter(({variadic}) => !variadic)
		.map(argument => Object.entries(places).find(([name]) => name === argument.name())?.[1] ?? 'w.csv');
}

/** Every command line that has a token where it does not belong. */
function misplaced(): ReadonlyArray<readonly string[]> {
	let next = 0;
	const token = () => tokens[next++ % tokens.length] ?? '';
	const seen = new Set<string>();
	// The sandbox would run with these.
	const isRefused = ({long}: Option) => long !== '--token' && long !== '--data-dir';
	const isNew = ({long}: Option) => long !== undefined && long !== null && !seen.has(long) && seen.add(long);
	return commands.flatMap(({words, command}) => {
		const given = argumentsOf(command);
		const required = words.join(' ') === 'profiles add' ? ['--url', 'eu', '--integration', 'x'] : [];
		const options = command.options.filter(option => option.required && isRefused(option) && isNew(option));
		return [
			[...words, ...given.slice(0, -1), token(), ...required],
			[...words, ...given, token(), ...required],
			// Both ways to give a value are read in one place, so options take turns.
			...options.map(({long}, at) =>
				at % 2 === 0
					? [...words, ...given, ...required, `${long}`, token()]
					: [...words, ...given, ...required, `${long}=${token()}`],
			),
			...(words.length === 0 ? [[`--${token()}`], ['w.csv', `-${token()}`], ['w.csv', 'x.csv', token()]] : []),
		];
	});
}

/** Fails if an output shows ten characters in a row of the token in a command line. */
function assertHidden(line: readonly string[], output: string): void {
	const [token = ''] = tokens.filter(token => line.some(word => word.includes(token)));
	assert.notEqual(token, '');
	for (let at = 0; at + 10 <= token.length; at++) {
		const part = token.slice(at, at + 10);
		assert.ok(!output.toLowerCase().includes(part.toLowerCase()), `${line.join(' ')}\n${output}`);
	}
}

test('a token in place of any argument or option value is never printed', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	const profile = ['profiles', 'add', 'nightly', '--url', 'https://127.0.0.1:1', '--integration', 'x'];
	await runHere(profile, {home});
	for (const line of misplaced()) {
		const {stdout, stderr, code} = await runHere(line, {home, env: {HTTPS_PROXY: 'http://127.0.0.1:1'}});
		assertHidden(line, `${stdout}${stderr}`);
		if (line.includes('--url') && line.includes('upload')) assert.equal(code, 2, stderr);
	}
});

test('rejects text that cannot be a host name as an address', () => {
	for (const text of ['secoda', 'europe', 'secoda/app', ...tokens, ...tokens.map(token => `https://${token}`)])
		assert.throws(() => parseAddress(text), {code: 'bad-address'}, text);
	for (const text of ['eu', 'localhost', 'localhost:8000', 'https://secoda', 'secoda:8000', 'secoda.example.com'])
		assert.doesNotThrow(() => parseAddress(text), text);
});
