package org.lmskit.store;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Weaves a transaction's own records into what its reader streams, in the query's order. */
final class Merge<T> implements Consumer<Stored<T>> {
  private final Predicate<String> hidden;
  private final Comparator<Stored<T>> order;
  private final List<Stored<T>> own;
  private final Consumer<Stored<T>> visitor;
  private int ownNext;
  private int left;

  /** @param hidden whether the committed record of an id is not shown */
  Merge(
      Query<T> query, Gathered<T> gathered, Predicate<String> hidden, Consumer<Stored<T>> visitor) {
    this.hidden = hidden;
    this.order = query.comparator();
    this.own = gathered.matching(query);
    this.visitor = visitor;
    this.left = query.limit();
  }

  @Override
  public void accept(Stored<T> committed) {
    if (hidden.test(committed.id())) {
      return;
    }
    while (ownNext < own.size() && order.compare(own.get(ownNext), committed) < 0) {
      visitOwn();
    }
    visit(committed);
  }

  void finish() {
    while (ownNext < own.size() && left > 0) {
      visitOwn();
    }
  }

  private void visitOwn() {
    visit(own.get(ownNext));
    ownNext++;
  }

  private void visit(Stored<T> stored) {
    if (left > 0) {
      left--;
      visitor.accept(stored);
    }
  }
}
