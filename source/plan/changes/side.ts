import type {EntityType, ResourceName} from '../../kinds/resources.ts';

/** One side of a plan: the names and the values of its resources, read when they are needed. */
export interface ResourceSide {
	nameOf(entity: EntityType, number: number): ResourceName;
	/** Returns the values that are sent, without the names that make the key. */
	fieldsOf(entity: EntityType, number: number): readonly FieldValue[];
}

/** A field of a resource and its value as it is sent. */
export type FieldValue = {readonly field: string; readonly value: string};

/** The sides of a plan. */
export type PlanSides = {
	/** The resources that the catalog shows and the snapshot does not have. */
	readonly hidden: ResourceSide;
};
