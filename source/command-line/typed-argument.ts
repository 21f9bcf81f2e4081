import {Argument} from 'commander';

/** An argument with the type of its value. */
export class TypedArgument<Value> extends Argument {
	/** For the compiler only. */
	declare readonly typed: Value;
}

/** `string` for `<file>`, `string | undefined` for `[file]`, `readonly string[]` for `[words...]`. */
type ArgumentValue<Name extends string> = Name extends `${string}...${string}`
	? readonly string[]
	: Name extends `<${string}>`
		? string
		: string | undefined;

export function argument<const Name extends string>(
	name: Name,
	description?: string,
): TypedArgument<ArgumentValue<Name>> {
	return new TypedArgument<ArgumentValue<Name>>(name, description);
}

/** Returns an optional argument that is parsed. Completion suggests the choices. */
export function parsedArgument<Value>(
	name: `[${string}]`,
	description: string,
	parse: (text: string) => Value,
	choices: readonly string[],
): TypedArgument<Value | undefined> {
	return new TypedArgument<Value | undefined>(name, description).choices(choices).argParser(parse);
}

/** Returns an argument with a fixed set of values. */
export function choiceArgument<const Value extends string>(
	name: `<${string}>`,
	description: string,
	choices: readonly Value[],
): TypedArgument<Value> {
	return new TypedArgument<Value>(name, description).choices(choices);
}
