package org.lmskit.scorm.runtime;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The run-time data of one learner's attempt on one SCO or asset: an immutable value that shares
 * with its predecessor all that a call did not change. What content wrote is read through {@link
 * RuntimeEngine#value} and {@link RuntimeEngine#result}.
 *
 * <p>{@link #toJson()} is compact: short keys from the table, and only what differs from nothing.
 */
public final class RuntimeState {
  /** Of an attempt in which nothing was launched yet. */
  public static final RuntimeState EMPTY = new RuntimeState(
      Phase.NOT_INITIALIZED, Entry.AB_INITIO, 0, "", 0, null, DataNode.EMPTY, null);

  /** Where the content is in its communication with the LMS. */
  public enum Phase {
    /** Launched, Initialize not called yet. */
    NOT_INITIALIZED,
    /** Between Initialize and Terminate. */
    RUNNING,
    /** After Terminate. */
    TERMINATED
  }

  private final Phase phase;
  private final Entry entry;
  private final int lastError;
  private final String diagnostic;
  private final int sessions;
  private final @Nullable Instant startedAt;
  private final DataNode data;
  private final @Nullable DataNode recorded;

  RuntimeState(
      Phase phase,
      Entry entry,
      int lastError,
      String diagnostic,
      int sessions,
      @Nullable Instant startedAt,
      DataNode data,
      @Nullable DataNode recorded) {
    this.phase = phase;
    this.entry = entry;
    this.lastError = lastError;
    this.diagnostic = diagnostic;
    this.sessions = sessions;
    this.startedAt = startedAt;
    this.data = data;
    this.recorded = recorded;
  }

  /** Where the content is in its communication with the LMS. */
  public Phase phase() {
    return phase;
  }

  /** How the learner entered this launch. */
  public Entry entry() {
    return entry;
  }

  /** The code that {@code GetLastError} answers. */
  public int lastError() {
    return lastError;
  }

  /** How many times content called Initialize with success, over all launches of the attempt. */
  public int sessions() {
    return sessions;
  }

  /** The compact JSON form, an object on one line. */
  public String toJson() {
    return StateJson.write(this);
  }

  /**
   * Reads what {@link #toJson()} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static RuntimeState fromJson(String json) {
    return StateJson.read(json);
  }

  String diagnostic() {
    return diagnostic;
  }

  @Nullable
  Instant startedAt() {
    return startedAt;
  }

  DataNode data() {
    return data;
  }

  /** What counts while nothing that is set may count (browse and review), else null. */
  @Nullable
  DataNode recorded() {
    return recorded;
  }

  RuntimeState launched(Entry how, DataNode start, @Nullable DataNode record) {
    return new RuntimeState(Phase.NOT_INITIALIZED, how, 0, "", sessions, null, start, record);
  }

  RuntimeState running(@Nullable Instant now) {
    return new RuntimeState(Phase.RUNNING, entry, 0, "", sessions + 1, now, data, recorded);
  }

  RuntimeState terminated(DataNode rest) {
    return new RuntimeState(Phase.TERMINATED, entry, 0, "", sessions, null, rest, null);
  }

  RuntimeState failed(int error, String about) {
    return new RuntimeState(phase, entry, error, about, sessions, startedAt, data, recorded);
  }

  RuntimeState with(DataNode next) {
    return new RuntimeState(
        phase, entry, lastError, diagnostic, sessions, startedAt, next, recorded);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuntimeState that
        && phase == that.phase
        && entry == that.entry
        && lastError == that.lastError
        && sessions == that.sessions
        && diagnostic.equals(that.diagnostic)
        && Objects.equals(startedAt, that.startedAt)
        && data.equals(that.data)
        && Objects.equals(recorded, that.recorded);
  }

  @Override
  public int hashCode() {
    return Objects.hash(phase, entry, lastError, diagnostic, sessions, startedAt, data, recorded);
  }

  /** Phase and error only: what a learner wrote does not belong into a log. */
  @Override
  public String toString() {
    return "RuntimeState[" + phase + ", lastError=" + lastError + "]";
  }
}
