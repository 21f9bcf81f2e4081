import type {ResourceName} from '../kinds/resources.ts';
import {visible} from '../text/visible.ts';

/** Returns the full name of a resource in quotes. */
export function nameText(name: ResourceName): string {
	return `"${visible(name.join('.'))}"`;
}
