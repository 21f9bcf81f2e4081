import type {Command, Option} from 'commander';

/** Commands whose word can be a profile. */
const takesProfile: ReadonlySet<string> = new Set(['upload', 'check', 'show', 'remove', 'login', 'logout', 'history']);

/**
What the last of the words can become; the words are those behind the program's name. Files are not among it: where nothing
is answered, the shell completes them.
*/
export function candidates(program: Command, words: readonly string[], profiles: readonly string[]): readonly string[] {
	const before = words.slice(0, -1);
	const last = words.at(-1) ?? '';
	let command = program;
	for (const word of before) command = find(command, word) ?? command;
	const waiting = optionNamed(command, before.at(-1));
	const offered = waiting?.required === true ? valuesOf(waiting, profiles) : offers(command, last, program, profiles);
	return [...new Set(offered)].filter(word => word.startsWith(last));
}

function offers(command: Command, last: string, program: Command, profiles: readonly string[]): readonly string[] {
	if (last.startsWith('-'))
		return optionsOf(command, program)
			.flatMap(({long}) => long ?? [])
			.concat('--help');
	const names = command.commands.filter(child => !isHidden(child)).map(child => child.name());
	const values = command.registeredArguments.flatMap(({argChoices = []}) => argChoices);
	return [...names, ...values, ...(takesProfile.has(command.name()) || command === program ? profiles : [])];
}

function valuesOf({long, argChoices}: Option, profiles: readonly string[]): readonly string[] {
	if (long === '--profile') return profiles;
	return long === '--url' ? ['us', 'eu', 'apac'] : (argChoices ?? []);
}

/** Without a command its options are those of the hidden default one. */
function optionsOf(command: Command, program: Command): readonly Option[] {
	const own = command === program ? (find(program, 'review')?.options ?? []) : [];
	return [...command.options, ...own].filter(({hidden}) => !hidden);
}

function find(command: Command, word: string): Command | undefined {
	return command.commands.find(child => child.name() === word || child.aliases().includes(word));
}

function optionNamed(command: Command, word: string | undefined): Option | undefined {
	return command.options.find(({long, short}) => word !== undefined && (long === word || short === word));
}

function isHidden(command: Command): boolean {
	return command.name() === 'review' || command.name().startsWith('__');
}
