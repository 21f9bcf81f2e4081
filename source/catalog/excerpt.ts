import {hiddenSecret, redact} from '../text/redact.ts';
import {visible} from '../text/visible.ts';

/** Characters of an answer that are shown at most. */
const maxCharacters = 200;

/**
A piece of what a server said, fit to be shown: without the token, should it be sent back, with hidden characters made
visible, on one line and short. A text that is `cut` ends in the middle, perhaps in the middle of the token.
*/
export function excerpt(said: string, token: string, extent: 'whole' | 'cut'): string {
	const whole = extent === 'cut' ? said.slice(0, -token.length) : said;
	// Far more than is shown, so that an answer of any size costs the same.
	const clean = withoutToken(whole.trimStart(), token)
		.slice(0, maxCharacters * 4)
		.trim();
	const letters = Array.from(visible(clean));
	return letters.length > maxCharacters ? `${letters.slice(0, maxCharacters - 1).join('')}…` : letters.join('');
}

/** Returns a text without the token, and without whatever else follows "Bearer". */
function withoutToken(text: string, token: string): string {
	return redact(text, [token]).replaceAll(/(bearer(?:\s|%20)+)[^\s"',;<>]+/gi, `$1${hiddenSecret}`);
}
