import {showError} from '../show-message.ts';
import type {HomeContext} from './home-context.ts';

/** Runs `work`, and shows a UserError that it throws on a screen with this title. @throws any other error */
export async function withErrorScreen(
	{stage}: HomeContext,
	title: string,
	work: () => Promise<void>,
	hints?: readonly string[],
): Promise<void> {
	try {
		await work();
	} catch (error) {
		await showError(stage, title, error, hints);
	}
}
