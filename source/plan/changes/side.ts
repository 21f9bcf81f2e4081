import type {EntityType, ResourceName} from '../../kinds/resources.ts';

/** One side of a plan: the names and the values of its resources, read when they are needed. */
export interface ResourceSide {
	nameOf(entity: EntityType, number: number): ResourceName;
	/** Returns the values that are sent, without the names that make the key. */
	fieldsOf(entity: EntityType, number: number): readonly FieldValue[];
}

/** A field of a resource and its value as it is sent. */
export type FieldValue = {readonly field: string; readonly value: string};

/** A side that reads from files until it is closed. */
export interface OpenSide extends ResourceSide {
	close(): Promise<void>;
}

/** The sides of a plan. They can be read until the upload has ended. */
export type PlanSides = {
	/** The resources that the catalog shows and the snapshot does not have. */
	readonly hidden: ResourceSide;
	/** The snapshot. */
	readonly after: ResourceSide;
	/** The snapshot that was sent last, by its own numbers; absent if it is not known. */
	readonly values?: ResourceSide | undefined;
};
