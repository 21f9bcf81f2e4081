import {Option} from 'commander';

/** The name under which an action finds the value of `--dry-run`, `--no-project` or `-o, --output <file>`. */
type OptionName<Flags extends string> = Flags extends `${string}--${infer Rest}`
	? CamelCase<WithoutNoPrefix<FirstWord<Rest>>>
	: never;
type FirstWord<Text extends string> = Text extends `${infer Word} ${string}` ? Word : Text;
type WithoutNoPrefix<Name extends string> = Name extends `no-${infer Rest}` ? Rest : Name;
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
	? `${Head}${Capitalize<CamelCase<Tail>>}`
	: Name;

/** An option that knows the type of its value. It is made by the functions below, which keep value and type the same. */
export class TypedOption<Name extends string, Value> extends Option {
	/** Only for the compiler. */
	declare readonly typed: readonly [name: Name, value: Value];
}

export type AnyOption = TypedOption<string, unknown>;

/** What an action gets: the value of each option, by its name. */
export type OptionValues<Options extends AnyOption> = {
	readonly [Name in Options['typed'][0]]: Extract<Options['typed'], readonly [Name, unknown]>[1];
};

/** Returns a switch that is off unless it is given. */
export function flag<const Flags extends string>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, boolean> {
	return new TypedOption<OptionName<Flags>, boolean>(flags, description).default(false);
}

/** Returns a switch that says nothing unless it is given; `turnedOff` can be its opposite. */
export function optionalFlag<const Flags extends string>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, true | undefined> {
	return new TypedOption<OptionName<Flags>, true | undefined>(flags, description);
}

/** Returns the `--no-` form of an option that the command has too. */
export function negatedFlag<const Flags extends `--no-${string}`>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, false | undefined> {
	return new TypedOption<OptionName<Flags>, false | undefined>(flags, description);
}

/** Returns an option with a text as its value. */
export function textOption<const Flags extends string>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, string | undefined> {
	return new TypedOption<OptionName<Flags>, string | undefined>(flags, description);
}

/** Returns an option that must be given. */
export function requiredOption<const Flags extends string>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, string> {
	return new TypedOption<OptionName<Flags>, string>(flags, description).makeOptionMandatory();
}

/** Returns an option whose value is parsed. `before` is the value so far where the option is given again. */
export function parsedOption<const Flags extends string, Value>(
	flags: Flags,
	description: string,
	parse: (text: string, before: Value | undefined) => Value,
): TypedOption<OptionName<Flags>, Value | undefined> {
	return new TypedOption<OptionName<Flags>, Value | undefined>(flags, description).argParser(parse);
}

type DefaultValue<Value> = {
	readonly value: Value;
	/** How help shows it. */
	readonly shown?: string;
	/** What completion proposes. */
	readonly choices?: readonly string[];
};

/** Returns an option whose value is parsed, and has a default. */
export function defaultedOption<const Flags extends string, Value>(
	flags: Flags,
	description: string,
	parse: (text: string, before: Value) => Value,
	{value, shown, choices}: DefaultValue<Value>,
): TypedOption<OptionName<Flags>, Value> {
	const option = new TypedOption<OptionName<Flags>, Value>(flags, description);
	if (choices !== undefined) option.choices(choices);
	return option.argParser(parse).default(value, shown);
}

/** Returns an option whose value is one of a few. */
export function choiceOption<const Flags extends string, const Value extends string>(
	flags: Flags,
	description: string,
	choices: readonly Value[],
	value: NoInfer<Value>,
): TypedOption<OptionName<Flags>, Value> {
	return new TypedOption<OptionName<Flags>, Value>(flags, description).choices(choices).default(value);
}
