import assert from 'node:assert/strict';
import test from 'node:test';
import {Command} from 'commander';
import {withArgument} from '../../source/command-line/action.ts';
import {argument} from '../../source/command-line/typed-argument.ts';
import {
	choiceOption,
	defaultedOption,
	flag,
	negatedFlag,
	optionalFlag,
	parsedOption,
	textOption,
} from '../../source/command-line/typed-option.ts';

/** The values that the action below receives; another name or type would not compile. */
type Values = {
	readonly dryRun: boolean;
	readonly output: string | undefined;
	readonly project: string | false | undefined;
	readonly safeFixes: true | undefined;
	readonly format: 'text' | 'json';
	readonly limit: number;
	readonly only: readonly string[] | undefined;
};

const again = (word: string, before: readonly string[] = []): readonly string[] => [...before, word];

function read(...words: readonly string[]): readonly [file: string | undefined, values: Values] {
	let read: readonly [file: string | undefined, values: Values] | undefined;
	const command = new Command();
	withArgument(
		command,
		argument('[file]'),
		[
			flag('--dry-run', ''),
			textOption('-o, --output <file>', ''),
			textOption('--project <file>', ''),
			negatedFlag('--no-project', ''),
			optionalFlag('--safe-fixes', ''),
			choiceOption('--format <format>', '', ['text', 'json'], 'text'),
			defaultedOption('--limit <number>', '', Number, {value: 20}),
			parsedOption('--only <word>', '', again),
		],
		(file, values) => {
			// @ts-expect-error: no option has this name.
			assert.equal(values.dryrun, undefined);
			// @ts-expect-error: a limit is a number.
			const limit: string = values.limit;
			assert.equal(typeof limit, 'number');
			read = [file, values];
		},
	);
	command.parse(words, {from: 'user'});
	assert.ok(read);
	return read;
}

test('an action gets the value of each option under the name that the compiler knows', () => {
	assert.deepEqual(read(), [undefined, {dryRun: false, format: 'text', limit: 20}]);
	const words = 'a.csv --dry-run -o b.csv --no-project --safe-fixes --format json --limit 3 --only x --only y';
	assert.deepEqual(read(...words.split(' ')), [
		'a.csv',
		{
			dryRun: true,
			output: 'b.csv',
			project: false,
			safeFixes: true,
			format: 'json',
			limit: 3,
			only: ['x', 'y'],
		},
	]);
	assert.equal(read('--project', 'p.json')[1].project, 'p.json');
});
