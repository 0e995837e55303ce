package org.lmskit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a type of record to a store: its name, id, time, indexes and text form. Kinds are
 * constants; a change of name or indexes is a change of the database schema.
 *
 * <p>Records of an <em>ordered</em> kind are append-only (events, statements): each gets a position
 * in the tenant's commit order.
 */
public final class Kind<T> {
  private static final int MAX_NAME = 40;

  private final String name;
  private final boolean ordered;
  private final Function<T, String> id;
  private final Function<T, Instant> time;
  private final boolean timed;
  private final Body<T> body;
  private final List<Index<T>> indexes;
  private final boolean texts;

  private Kind(Builder<T> builder, Body<T> body) {
    this.name = builder.name;
    this.ordered = builder.ordered;
    this.id = builder.id;
    this.time = builder.time;
    this.timed = builder.timed;
    this.body = body;
    this.indexes = List.copyOf(builder.indexes);
    this.texts = builder.texts;
  }

  /**
   * Starts a kind whose records can be replaced and removed.
   *
   * @param name unique among all kinds of a store: lower-case letters, digits and underscores
   * @param id gives a record's id, 1 to 128 characters
   */
  public static <T> Builder<T> mutable(String name, Function<T, String> id) {
    return new Builder<>(name, id, false);
  }

  /** Starts a kind whose records get positions; see {@link #mutable}. */
  public static <T> Builder<T> ordered(String name, Function<T, String> id) {
    return new Builder<>(name, id, true);
  }

  /** Unique among all kinds of a store. */
  public String name() {
    return name;
  }

  /** Whether records get positions. */
  public boolean isOrdered() {
    return ordered;
  }

  /** Whether records have a time; without one all are of 1970 and are ordered by id. */
  public boolean isTimed() {
    return timed;
  }

  /**
   * The committed records of this ordered kind with their stored text as value, by position: for whoever
   * needs the bytes and not what they say. It cannot be written, and has neither times nor indexes.
   *
   * @throws IllegalStateException if this kind has no order
   */
  public Kind<String> texts() {
    if (!ordered) {
      throw new IllegalStateException("kind " + name + " has no positions");
    }
    Builder<String> view = ordered(name, text -> idOf(read(text)));
    view.texts = true;
    return view.body(new Body<>(text -> text, text -> text));
  }

  /** Whether this is a view of another kind's {@link #texts()}. */
  public boolean isTexts() {
    return texts;
  }

  /** The indexes, in the order in which they were declared. */
  public List<Index<T>> indexes() {
    return indexes;
  }

  /**
   * The index of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Index<T> index(String indexName) {
    return indexes.stream()
        .filter(index -> index.name().equals(indexName))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("kind " + name + " has no index " + indexName));
  }

  /** The id of a record. */
  public String idOf(T value) {
    return id.apply(value);
  }

  /** The time by which records of this kind are ordered, cut to milliseconds. */
  public Instant timeOf(T value) {
    return Instant.ofEpochMilli(time.apply(value).toEpochMilli());
  }

  /** The text to store. */
  public String write(T value) {
    return body.write().apply(value);
  }

  /** The record of a stored text. */
  public T read(String text) {
    return body.read().apply(text);
  }

  @Override
  public String toString() {
    return name;
  }

  static String checkName(String name) {
    if (name.length() > MAX_NAME || !name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("not a lower-case name of up to 40 letters: " + name);
    }
    return name;
  }

  /** Collects what a kind is made of. */
  public static final class Builder<T> {
    private final String name;
    private final boolean ordered;
    private final Function<T, String> id;
    private Function<T, Instant> time = value -> Instant.EPOCH;
    private boolean timed;
    private boolean texts;
    private final List<Index<T>> indexes = new ArrayList<>();

    private Builder(String name, Function<T, String> id, boolean ordered) {
      this.name = checkName(name);
      this.id = id;
      this.ordered = ordered;
    }

    /** The time by which records can be ordered and ranged; 1970 without it. */
    public Builder<T> time(Function<T, Instant> timeOf) {
      this.time = timeOf;
      this.timed = true;
      return this;
    }

    /** Finds records by a value that each has at most once; null means none. */
    public Builder<T> index(String indexName, Function<T, @Nullable String> value) {
      return add(indexName, Index.Type.SINGLE, single(value));
    }

    /** Like {@link #index}, and no two records of a tenant may share the value. */
    public Builder<T> unique(String indexName, Function<T, @Nullable String> value) {
      return add(indexName, Index.Type.UNIQUE, single(value));
    }

    /** Like {@link #index}, and ranges can be asked for; values compare by their UTF-8 bytes. */
    public Builder<T> sorted(String indexName, Function<T, @Nullable String> value) {
      return add(indexName, Index.Type.SORTED, single(value));
    }

    /** Finds records by any of several values. */
    public Builder<T> many(String indexName, Function<T, Collection<String>> values) {
      return add(indexName, Index.Type.MANY, values);
    }

    /** The finished kind, stored in this form. */
    public Kind<T> body(Body<T> body) {
      return new Kind<>(this, body);
    }

    private Builder<T> add(String indexName, Index.Type type, Function<T, Collection<String>> of) {
      if (indexes.stream().anyMatch(index -> index.name().equals(indexName))) {
        throw new IllegalArgumentException("kind " + name + " has two indexes " + indexName);
      }
      indexes.add(new Index<>(indexName, type, of));
      return this;
    }

    private static <T> Function<T, Collection<String>> single(Function<T, @Nullable String> value) {
      return record -> {
        String found = value.apply(record);
        return found == null ? List.of() : List.of(found);
      };
    }
  }
}
