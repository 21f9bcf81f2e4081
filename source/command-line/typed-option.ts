import {Option} from 'commander';

/** The property of an action's values for flags such as `--dry-run`, `--no-project` or `-o, --output <file>`. */
type OptionName<Flags extends string> = Flags extends `${string}--${infer Rest}`
	? CamelCase<WithoutNoPrefix<FirstWord<Rest>>>
	: never;
type FirstWord<Text extends string> = Text extends `${infer Word} ${string}` ? Word : Text;
type WithoutNoPrefix<Name extends string> = Name extends `no-${infer Rest}` ? Rest : Name;
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
	? `${Head}${Capitalize<CamelCase<Tail>>}`
	: Name;

/** An option with the type of its value. Create it with the functions below, which keep value and type in step. */
export class TypedOption<Name extends string, Value> extends Option {
	/** For the compiler only. */
	declare readonly typed: readonly [name: Name, value: Value];
}

export type AnyOption = TypedOption<string, unknown>;

/** The values that an action receives, by option name. */
export type OptionValues<Options extends AnyOption> = {
	readonly [Name in Options['typed'][0]]: Extract<Options['typed'], readonly [Name, unknown]>[1];
};

/** Returns a flag that is `false` unless it is given. */
export function flag<const Flags extends string>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, boolean> {
	return new TypedOption<OptionName<Flags>, boolean>(flags, description).default(false);
}

/** Returns a flag that is `undefined` unless it is given; `negatedFlag` can be its opposite. */
export function optionalFlag<const Flags extends string>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, true | undefined> {
	return new TypedOption<OptionName<Flags>, true | undefined>(flags, description);
}

/** Returns the `--no-` form of another option of the command. */
export function negatedFlag<const Flags extends `--no-${string}`>(
	flags: Flags,
	description: string,
): TypedOption<OptionName<Flags>, false | undefined> {
	return new TypedOption<OptionName<Flags>, false | undefined>(flags, description);
}

/** Returns an option whose value is a string. */
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

/** Returns an option whose value is parsed. `before` is the previous value when the option is repeated. */
export function parsedOption<const Flags extends string, Value>(
	flags: Flags,
	description: string,
	parse: (text: string, before: Value | undefined) => Value,
): TypedOption<OptionName<Flags>, Value | undefined> {
	return new TypedOption<OptionName<Flags>, Value | undefined>(flags, description).argParser(parse);
}

type DefaultValue<Value> = {
	readonly value: Value;
	/** The value as help shows it. */
	readonly shown?: string;
	/** The values that completion suggests. */
	readonly choices?: readonly string[];
};

/** Returns an option with a default whose value is parsed. */
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

/** Returns an option with a fixed set of values. */
export function choiceOption<const Flags extends string, const Value extends string>(
	flags: Flags,
	description: string,
	choices: readonly Value[],
	value: NoInfer<Value>,
): TypedOption<OptionName<Flags>, Value> {
	return new TypedOption<OptionName<Flags>, Value>(flags, description).choices(choices).default(value);
}
