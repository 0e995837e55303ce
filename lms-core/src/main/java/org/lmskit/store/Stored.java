package org.lmskit.store;

/**
 * A record as it stands in a store. It belongs to the transaction that read it.
 *
 * @param kind what it is
 * @param id unique within tenant and kind
 * @param value the record
 * @param body the stored text, exactly as it was written
 * @param version 1 when inserted, one more with each update
 * @param position its place in the tenant's commit order; 0 for kinds without an order
 */
public record Stored<T>(Kind<T> kind, String id, T value, String body, int version, long position) {
  /** The position of an ordered record that is written but not committed yet. */
  public static final long UNCOMMITTED = Long.MAX_VALUE;
}
