import type {RecipeCase} from './recipe.ts';

/** Returns the function that makes a name as it is sent. */
export function nameInCase(nameCase: RecipeCase | undefined): (name: string) => string {
	switch (nameCase) {
		case 'lower':
			return name => name.toLowerCase();
		case 'upper':
			return name => name.toUpperCase();
		case undefined:
			return name => name;
	}
}
