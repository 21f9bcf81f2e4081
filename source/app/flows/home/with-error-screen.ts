import {showError} from '../show-message.ts';
import type {HomeContext} from './home-context.ts';

/** Does something, and shows what went wrong with it. */
export async function withErrorScreen(
	{stage}: HomeContext,
	what: string,
	work: () => Promise<void>,
	also?: readonly string[],
): Promise<void> {
	try {
		await work();
	} catch (error) {
		await showError(stage, what, error, also);
	}
}
