import {Argument} from 'commander';

/** An argument that knows the type of its value. */
export class TypedArgument<Value> extends Argument {
	/** Only for the compiler. */
	declare readonly typed: Value;
}

/** A text for `<file>`, perhaps none for `[file]`, any number for `[words...]`. */
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

/** Returns an argument that is one of a few. */
export function choiceArgument<const Value extends string>(
	name: `<${string}>`,
	description: string,
	choices: readonly Value[],
): TypedArgument<Value> {
	return new TypedArgument<Value>(name, description).choices(choices);
}
