import {tellError} from '../tell.ts';
import type {Visit} from './visit.ts';

/** Does something, and shows what went wrong with it. */
export async function trying(
	{stage}: Visit,
	what: string,
	work: () => Promise<void>,
	also?: readonly string[],
): Promise<void> {
	try {
		await work();
	} catch (error) {
		await tellError(stage, what, error, also);
	}
}
