import type {Command} from 'commander';
import type {TypedArgument} from './typed-argument.ts';
import type {AnyOption, OptionValues} from './typed-option.ts';

/** Adds options to a command, and the action that receives exactly their values. */
export function withAction<Options extends AnyOption>(
	command: Command,
	options: readonly Options[],
	action: (values: OptionValues<Options>) => void,
): void {
	addOptions(command, options);
	command.action(values => action(values));
}

/** Adds an argument and options to a command, and the action that receives exactly their values. */
export function withArgument<Argument, Options extends AnyOption>(
	command: Command,
	argument: TypedArgument<Argument>,
	options: readonly Options[],
	action: (argument: Argument, values: OptionValues<Options>) => void,
): void {
	addOptions(command.addArgument(argument), options);
	command.action((given, values) => action(given, values));
}

/** Adds two arguments and options to a command, and the action that receives exactly their values. */
export function withArguments<First, Second, Options extends AnyOption>(
	command: Command,
	[first, second]: readonly [TypedArgument<First>, TypedArgument<Second>],
	options: readonly Options[],
	action: (first: First, second: Second, values: OptionValues<Options>) => void,
): void {
	addOptions(command.addArgument(first).addArgument(second), options);
	command.action((one, other, values) => action(one, other, values));
}

/** Adds three arguments and options to a command, and the action that receives exactly their values. */
export function withThreeArguments<First, Second, Third, Options extends AnyOption>(
	command: Command,
	[first, second, third]: readonly [TypedArgument<First>, TypedArgument<Second>, TypedArgument<Third>],
	options: readonly Options[],
	action: (given: readonly [First, Second, Third], values: OptionValues<Options>) => void,
): void {
	addOptions(command.addArgument(first).addArgument(second).addArgument(third), options);
	command.action((one, two, three, values) => action([one, two, three], values));
}

function addOptions(command: Command, options: readonly AnyOption[]): void {
	for (const option of options) command.addOption(option);
}
