import type {Command} from 'commander';

/** The commands below another one that people are told of. */
export function shownCommands({commands}: Command): readonly Command[] {
	return commands.filter(command => command.name() !== 'review' && !command.name().startsWith('__'));
}

/** Every name of these. */
export function namesOf(commands: readonly Command[]): readonly string[] {
	return commands.flatMap(command => [command.name(), ...command.aliases()]);
}
