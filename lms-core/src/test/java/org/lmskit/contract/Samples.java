package org.lmskit.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;

/** The kinds of record on which the contract is tried: every sort of index, with and without order. */
public final class Samples {
  /** The time of a record that was given none. */
  public static final Instant NOW = StoreContract.NOW;

  /** How many records were read from text so far. */
  static final AtomicLong READ = new AtomicLong();

  private static final String SEPARATOR = "\u001f";

  /** A mutable record. An empty field stands for none. */
  public record Note(
      String id,
      Instant time,
      String owner,
      String code,
      String rank,
      List<String> tags,
      String text) {
    public static Note of(String id) {
      return new Note(id, NOW, "", "", "", List.of(), "");
    }

    public Note at(Instant next) {
      return new Note(id, next, owner, code, rank, tags, text);
    }

    public Note ownedBy(String next) {
      return new Note(id, time, next, code, rank, tags, text);
    }

    public Note coded(String next) {
      return new Note(id, time, owner, next, rank, tags, text);
    }

    public Note ranked(String next) {
      return new Note(id, time, owner, code, next, tags, text);
    }

    public Note tagged(String... next) {
      return new Note(id, time, owner, code, rank, List.of(next), text);
    }

    public Note saying(String next) {
      return new Note(id, time, owner, code, rank, tags, next);
    }
  }

  /** An append-only record. */
  public record Fact(
      String id, Instant time, String topic, String serial, List<String> keys, String text) {
    public static Fact of(String id) {
      return new Fact(id, NOW, "", "", List.of(), "");
    }

    public Fact at(Instant next) {
      return new Fact(id, next, topic, serial, keys, text);
    }

    public Fact about(String next) {
      return new Fact(id, time, next, serial, keys, text);
    }

    public Fact numbered(String next) {
      return new Fact(id, time, topic, next, keys, text);
    }

    public Fact keyed(String... next) {
      return new Fact(id, time, topic, serial, List.of(next), text);
    }

    public Fact saying(String next) {
      return new Fact(id, time, topic, serial, keys, next);
    }
  }

  /** A mutable record without time and indexes. */
  public record Plain(String id, String text) {}

  /** Mutable, with an index of each type. */
  public static final Kind<Note> NOTE = Kind.<Note>mutable("sample_note", Note::id)
      .time(Note::time)
      .index("owner", note -> orNull(note.owner()))
      .unique("code", note -> orNull(note.code()))
      .sorted("rank", note -> orNull(note.rank()))
      .many("tag", Note::tags)
      .body(new Body<>(Samples::write, Samples::readNote));

  /** Ordered, with an index of each type. */
  public static final Kind<Fact> FACT = Kind.<Fact>ordered("sample_fact", Fact::id)
      .time(Fact::time)
      .index("topic", fact -> orNull(fact.topic()))
      .unique("serial", fact -> orNull(fact.serial()))
      .sorted("day", fact -> fact.time().toString().substring(0, 10))
      .many("key", Fact::keys)
      .body(new Body<>(Samples::write, Samples::readFact));

  /** Mutable, found by its id alone. */
  public static final Kind<Plain> PLAIN = Kind.<Plain>mutable("sample_plain", Plain::id)
      .body(new Body<>(plain -> plain.id() + SEPARATOR + plain.text(), Samples::readPlain));

  /** Ordered, without a time and with one index, as a statement is. */
  public static final Kind<Plain> LINE = Kind.<Plain>ordered("sample_line", Plain::id)
      .index("text", Plain::text)
      .body(new Body<>(plain -> plain.id() + SEPARATOR + plain.text(), Samples::readPlain));

  /** All of them, without schema scripts. */
  public static final Kinds KINDS =
      new Kinds("sample", List.of(NOTE, FACT, PLAIN, LINE), Samples.class.getClassLoader());

  private Samples() {}

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String write(Note note) {
    return join(
        note.tags(),
        note.id(),
        note.time().toString(),
        note.owner(),
        note.code(),
        note.rank(),
        note.text());
  }

  private static String write(Fact fact) {
    return join(
        fact.keys(), fact.id(), fact.time().toString(), fact.topic(), fact.serial(), fact.text());
  }

  private static String join(List<String> many, String... fields) {
    return String.join(
        SEPARATOR, Stream.concat(Arrays.stream(fields), many.stream()).toList());
  }

  private static Note readNote(String text) {
    List<String> all = split(text);
    return new Note(
        all.get(0),
        Instant.parse(all.get(1)),
        all.get(2),
        all.get(3),
        all.get(4),
        all.subList(6, all.size()),
        all.get(5));
  }

  private static Fact readFact(String text) {
    List<String> all = split(text);
    return new Fact(
        all.get(0),
        Instant.parse(all.get(1)),
        all.get(2),
        all.get(3),
        all.subList(5, all.size()),
        all.get(4));
  }

  private static Plain readPlain(String text) {
    List<String> all = split(text);
    return new Plain(all.get(0), all.get(1));
  }

  private static List<String> split(String text) {
    READ.incrementAndGet();
    return List.of(text.split(SEPARATOR, -1));
  }
}
