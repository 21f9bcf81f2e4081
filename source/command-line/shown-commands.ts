import type {Command} from 'commander';

/** Returns the visible subcommands of a command. */
export function shownCommands({commands}: Command): readonly Command[] {
	return commands.filter(command => command.name() !== 'review' && !command.name().startsWith('__'));
}

/** Returns the usage of each command by its name: program, name and required arguments. */
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

/** Returns the names and aliases of commands. */
export function namesOf(commands: readonly Command[]): readonly string[] {
	return commands.flatMap(command => [command.name(), ...command.aliases()]);
}
