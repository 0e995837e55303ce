package org.lmskit.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that reads through to a reader and keeps its writes in memory, where its own reads
 * see them. A store gathers writes in one and sends them when the work is done; a dry run throws it
 * away. For use by one thread.
 *
 * <p>A gathered record of an ordered kind has the position {@link Stored#UNCOMMITTED}: it sorts
 * behind everything that is committed, in the order of insertion, and no {@code upTo} reaches it.
 */
public final class OverlayTransaction implements Transaction {
  private final Foreseen base;
  private final Runnable lock;
  private final Map<String, Gathered<?>> kinds = new LinkedHashMap<>();

  /** An overlay that is thrown away: to lock it does nothing. */
  public OverlayTransaction(Reader base) {
    this(base, () -> {});
  }

  /**
   * An overlay whose writes will be sent.
   *
   * @param base shows what is committed
   * @param lock takes the tenant's head; called at each {@link #lock()}
   */
  public OverlayTransaction(Reader base, Runnable lock) {
    this.base = new Foreseen(base);
    this.lock = lock;
  }

  /**
   * What was gathered, one entry a record: kind by kind as they were first touched, within a kind in
   * the order in which records were first touched. Positions are given out in this order.
   */
  public List<Write<?>> writes() {
    List<Write<?>> all = new ArrayList<>();
    kinds.values().forEach(gathered -> all.addAll(gathered.writes()));
    return all;
  }

  /** What was gathered for one kind, in the order in which records were first touched. */
  public <T> List<Write<T>> writes(Kind<T> kind) {
    @Nullable Gathered<T> gathered = gathered(kind);
    return gathered == null ? List.of() : List.copyOf(gathered.writes());
  }

  /** Takes over what another one gathered whose base this one is. */
  public void takeOver(OverlayTransaction above) {
    above.writes().forEach(this::takeOver);
  }

  private <T> void takeOver(Write<T> write) {
    gatheredOrNew(write.kind()).takeOver(write);
  }

  @Override
  public <T> void foresee(Kind<T> kind, Collection<String> ids) {
    base.foresee(kind, ids);
  }

  @Override
  public <T> void foresee(Kind<T> kind, String index, Collection<String> values) {
    base.foresee(kind, index, values);
  }

  @Override
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    @Nullable Gathered<T> gathered = gathered(kind);
    return gathered != null && gathered.touches(id)
        ? Optional.ofNullable(gathered.next(id))
        : base.find(kind, id);
  }

  @Override
  public <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids) {
    @Nullable Gathered<T> gathered = gathered(kind);
    if (gathered == null || gathered.isEmpty()) {
      return base.findAll(kind, ids);
    }
    Map<String, Stored<T>> found = new LinkedHashMap<>();
    List<String> others = ids.stream().filter(id -> !gathered.touches(id)).toList();
    base.findAll(kind, others).forEach(stored -> found.put(stored.id(), stored));
    for (String id : ids) {
      @Nullable Stored<T> own = gathered.next(id);
      if (own != null) {
        found.put(id, own);
      }
    }
    return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
  }

  @Override
  public <T> List<Stored<T>> list(Query<T> query) {
    @Nullable Gathered<T> gathered = gathered(query.kind());
    if (gathered == null || gathered.isEmpty()) {
      return base.list(query);
    }
    List<Stored<T>> found = new ArrayList<>();
    Merge<T> merge = new Merge<>(query, gathered, gathered::touches, found::add);
    base.list(withRoom(query, gathered)).forEach(merge);
    merge.finish();
    return found;
  }

  @Override
  public <T> void each(Query<T> query, Consumer<Stored<T>> visitor) {
    @Nullable Gathered<T> gathered = gathered(query.kind());
    if (gathered == null || gathered.isEmpty()) {
      base.each(query, visitor);
      return;
    }
    Merge<T> merge = new Merge<>(query, gathered, gathered.ids()::contains, visitor);
    base.each(withRoom(query, gathered), merge);
    merge.finish();
  }

  @Override
  public <T> long count(Query<T> query) {
    @Nullable Gathered<T> gathered = gathered(query.kind());
    return base.count(query) + (gathered == null ? 0 : gathered.countDifference(query));
  }

  @Override
  public long position() {
    return base.position();
  }

  @Override
  public void lock() {
    base.forget();
    lock.run();
  }

  @Override
  public <T> void insert(Kind<T> kind, Collection<T> values) {
    Gathered<T> gathered = gatheredOrNew(kind);
    values.forEach(gathered::insert);
  }

  @Override
  public <T> void restore(Collection<Stored<T>> records) {
    records.forEach(stored -> gatheredOrNew(stored.kind()).restore(stored));
  }

  @Override
  public <T> void update(Collection<Change<T>> changes) {
    changes.forEach(change -> gatheredOrNew(change.old().kind()).update(change));
  }

  @Override
  public <T> void delete(Collection<Stored<T>> old) {
    old.forEach(stored -> gatheredOrNew(stored.kind()).delete(stored));
  }

  /** The base may show records that were changed or removed here, so it is asked for more. */
  private static <T> Query<T> withRoom(Query<T> query, Gathered<T> gathered) {
    long most = (long) query.limit() + gathered.hidden(query);
    return query.limit((int) Math.min(most, Integer.MAX_VALUE));
  }

  private <T> Gathered<T> gatheredOrNew(Kind<T> kind) {
    if (kind.isTexts()) {
      throw new IllegalArgumentException("the texts of " + kind + " are for reading alone");
    }
    @Nullable Gathered<T> known = gathered(kind);
    if (known != null) {
      return known;
    }
    Gathered<T> fresh = new Gathered<>(kind);
    kinds.put(kind.name(), fresh);
    return fresh;
  }

  /** A kind's name stands for its type: a store has one kind of a name. Texts show what is committed. */
  @SuppressWarnings("unchecked")
  private <T> @Nullable Gathered<T> gathered(Kind<T> kind) {
    return kind.isTexts() ? null : (Gathered<T>) kinds.get(kind.name());
  }
}
