import {duplicateEdge} from './duplicate-edge.ts';
import type {EdgeRule} from './edge-rule.ts';
import {identifierType} from './identifier-type.ts';
import {noInternalEnd} from './no-internal-end.ts';
import {oldForm} from './old-form.ts';
import {queryTarget} from './query-target.ts';
import {required} from './required.ts';
import {selfEdge} from './self-edge.ts';
import {typeError} from './type-error.ts';
import {unknownResource} from './unknown-resource.ts';

/** The rules about edges. */
export const edgeRules: readonly EdgeRule[] = [
	required,
	typeError,
	identifierType,
	queryTarget,
	oldForm,
	noInternalEnd,
	unknownResource,
	selfEdge,
	duplicateEdge,
];
