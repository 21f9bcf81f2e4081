import type {Command} from 'commander';

/** Returns the commands below another one that users see. */
export function shownCommands({commands}: Command): readonly Command[] {
	return commands.filter(command => command.name() !== 'review' && !command.name().startsWith('__'));
}

/** How each command is called, by its name: the program, the name and the arguments that it needs. */
export function usageByName(commands: readonly Command[]): ReadonlyMap<string, string> {
	return new Map(
		commands.flatMap(command => {
			const needed = command.registeredArguments
				.filter(({required}) => required)
				.map(argument => ` <${argument.name()}>`);
			const sub = command.commands.length === 0 ? '' : ' --help';
			return namesOf([command]).map(name => [name, `secoda-upload ${name}${needed.join('')}${sub}`] as const);
		}),
	);
}

/** Every name of these. */
export function namesOf(commands: readonly Command[]): readonly string[] {
	return commands.flatMap(command => [command.name(), ...command.aliases()]);
}
