package org.lmskit.scorm.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What content did, for those who support it: the newest calls of an attempt, GetValue included.
 * Values stand in it as the content wrote them, cut to 200 characters: it is kept only where the host
 * wants it, and erased with the attempt.
 *
 * @param capacity how many calls are kept, at least 1
 * @param entries the calls, the oldest first
 */
public record CallLog(int capacity, List<Entry> entries) {
  private static final int KEPT_LENGTH = 200;
  private static final int KEPT_ARGUMENTS = 4;

  /**
   * One call.
   *
   * @param at when the browser answered it, by the browser's clock
   * @param call what content called
   * @param reply what it got
   * @param note what was tolerated although the standard says otherwise; empty if nothing
   */
  public record Entry(Instant at, ApiCall call, ApiReply reply, String note) {
    /** Cuts long names, arguments and results, and arguments that no call has. */
    public Entry {
      List<String> args =
          call.args().stream().limit(KEPT_ARGUMENTS).map(CallLog::cut).toList();
      call = new ApiCall(cut(call.name()), args);
      reply = new ApiReply(cut(reply.result()), reply.error());
      note = cut(note);
    }

    /** A call that the standard has nothing against. */
    public Entry(Instant at, ApiCall call, ApiReply reply) {
      this(at, call, reply, "");
    }

    /** Whether it is the same call with the same answer, whenever it was. */
    public boolean saysAs(Entry other) {
      return call.equals(other.call) && reply.equals(other.reply);
    }
  }

  /**
   * Copies the entries and keeps the newest.
   *
   * @throws IllegalArgumentException if the capacity is not positive
   */
  public CallLog {
    if (capacity < 1) {
      throw new IllegalArgumentException("a call log keeps at least 1 call, not " + capacity);
    }
    entries = List.copyOf(entries.subList(Math.max(0, entries.size() - capacity), entries.size()));
  }

  /** A log without calls. */
  public static CallLog of(int capacity) {
    return new CallLog(capacity, List.of());
  }

  /** This log with more calls; the oldest give way. */
  public CallLog plus(List<Entry> more) {
    var all = new ArrayList<>(entries);
    all.addAll(more);
    return new CallLog(capacity, all);
  }

  /**
   * A JSON array with one array per call: epoch milliseconds, name, arguments, result, error, and a
   * note if there is one.
   */
  public String toJson() {
    var json = StateJson.MAPPER.createArrayNode();
    for (Entry entry : entries) {
      var array = json.addArray().add(entry.at.toEpochMilli()).add(entry.call.name());
      entry.call.args().forEach(array.addArray()::add);
      array.add(entry.reply.result()).add(entry.reply.error());
      if (!entry.note.isEmpty()) {
        array.add(entry.note);
      }
    }
    return StateJson.MAPPER.writeValueAsString(json);
  }

  /**
   * Reads what {@link #toJson()} wrote or the {@code log} of a batch.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static List<Entry> entriesOf(String json) {
    try {
      var entries = new ArrayList<Entry>();
      for (JsonNode array : StateJson.MAPPER.readTree(json)) {
        entries.add(entry(array));
      }
      return entries;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not the JSON of a call log", e);
    }
  }

  private static Entry entry(JsonNode array) {
    if (!array.isArray() || array.size() < 5 || array.size() > 6) {
      throw new IllegalArgumentException("not a logged call: " + array);
    }
    return new Entry(
        Instant.ofEpochMilli(array.get(0).asLong()),
        new ApiCall(array.get(1).asString(), CmiRow.strings(array.get(2))),
        new ApiReply(array.get(3).asString(), array.get(4).asInt()),
        array.path(5).asString(""));
  }

  private static String cut(String text) {
    return text.length() > KEPT_LENGTH ? text.substring(0, KEPT_LENGTH) + "…" : text;
  }
}
