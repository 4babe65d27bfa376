/** What a name of another day has to do with the units of this one: before and after a change of the administrative map. */
export interface OtherDay {
  /** The first day of the later map, yyyy-mm-dd. */
  readonly since: string;
  /** The name is of the later map, and the campaign of the earlier one. */
  readonly later: boolean;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    /** The old place is not the whole of the new one. */
    readonly part: boolean;
  }[];
}

/** Looks up a name as written ("UBND xã Hoài Sơn") that the map of the day does not have; null where no other has it. */
export type OtherDays = (written: string, date: string) => OtherDay | null;
