import {hiddenSecret, redact} from '../text/redact.ts';
import {visible} from '../text/visible.ts';

const maxCharacters = 200;

/**
Returns the start of a server's text for display: one short line without the token, with hidden characters made visible. A text
that is `cut` may end within the token.
*/
export function excerpt(text: string, token: string, extent: 'whole' | 'cut'): string {
	const whole = extent === 'cut' ? text.slice(0, -token.length) : text;
	// Limited before the slow steps, because responses can be large.
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
