import assert from 'node:assert/strict';

/** A text with everything that a terminal, a CI service, JSON or XML could interpret. */
export const hostile =
	'::set-output name=a::b\n::error::c\r::warning::d ##vso[task.x]e ##[set-env]f ##teamcity[g] \u001B[2J\u007F\u009B31m\u202E\u200B\u2028\uFFFE%0A&<>"';

/** Characters that no terminal and no log may receive: invisible ones and controls, apart from line feeds. */
const unprintable =
	/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/u;

/** Fails unless each line of an output is printable and none holds a command of a CI service. */
export function assertPlainLines(output: string, name: string): void {
	for (const line of output.split('\n')) {
		assert.doesNotMatch(line, unprintable, name);
		assert.doesNotMatch(line, /^\s*::/, name);
		assert.doesNotMatch(line, /##(?:\[|vso\[|teamcity\[)/i, name);
	}
}

/** Fails unless an output is one printable line of JSON. Returns its value. */
export function assertPlainJson(output: string, name: string): unknown {
	assert.match(output, /^[^\n]*\n$/, name);
	assertPlainLines(output, name);
	return JSON.parse(output);
}

const xmlNames = /^(?:testsuites|testsuite|properties|property|testcase|failure|system-out)$/;

/** Fails unless an output is well-formed XML of the characters that XML 1.0 has. */
export function assertWellFormedXml(output: string, name: string): void {
	assert.doesNotMatch(output, /[^\n\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u, name);
	const open: string[] = [];
	const rest = output
		.replace(/^<\?xml [^?]*\?>\n/, '')
		.replaceAll(
			/<(\/?)([\w-]+)((?: [\w-]+="[^"<>]*")*)(\/?)>/g,
			(_tag, close: string, element: string, _attributes, empty: string) => {
				assert.match(element, xmlNames, name);
				if (close === '/') assert.equal(open.pop(), element, name);
				else if (empty === '') open.push(element);
				return '';
			},
		);
	assert.deepEqual(open, [], name);
	assert.doesNotMatch(rest.replaceAll(/&(?:amp|lt|gt|quot|#\d+);/g, ''), /[<>&]/, name);
}
