import type {Recipe} from '../recipe.ts';

/** The problem of the text of an option. */
export type OptionProblem =
	/** The text has another form; `form` and `example` show the right one. */
	| {readonly code: 'wrong-form'; readonly form: string; readonly example: string}
	/** The text names no field; `near` is the most similar one. */
	| {readonly code: 'unknown-field'; readonly field: string; readonly near: string | undefined}
	| {readonly code: 'unknown-choice'; readonly choice: string; readonly choices: readonly string[]};

/** A recipe with the part of an option, or the problem of its text. */
export type ParsedOption = {readonly recipe: Recipe} | {readonly problem: OptionProblem};

/** An option of the command line for a part of a recipe. */
export type RecipeOption = {
	readonly flag: `--${string}`;
	/** The form of its value, as help shows it; absent for a flag. */
	readonly form?: string;
	/** Adds the part that a text means. A flag ignores the text. */
	readonly parse: (text: string, recipe: Recipe) => ParsedOption;
	/** Returns the texts of the option that make the part of a recipe. */
	readonly print: (recipe: Recipe) => readonly string[];
};

export function wrongForm(form: string, example: string): ParsedOption {
	return {problem: {code: 'wrong-form', form, example}};
}

export function unknownChoice(choice: string, choices: readonly string[]): ParsedOption {
	return {problem: {code: 'unknown-choice', choice, choices}};
}
