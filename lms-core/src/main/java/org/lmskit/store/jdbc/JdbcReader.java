package org.lmskit.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** Reads one tenant's records through a session, until its work ends. */
final class JdbcReader implements Reader {
  private static final int PAGE = 500;

  private final Session session;
  private final Tables tables;
  private TenantNumber tenant;
  private Head head;
  private boolean ended;

  JdbcReader(Session session, Tables tables, TenantNumber tenant) {
    this.session = session;
    this.tables = tables;
    this.tenant = tenant;
    this.head = new Head(session, tenant.number());
  }

  TenantNumber tenant() {
    return tenant;
  }

  void tenant(TenantNumber next) {
    tenant = next;
    head = new Head(session, next.number());
  }

  Head head() {
    return head;
  }

  void end() {
    ended = true;
  }

  @Override
  public <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    return select(kind).byIds(List.of(id)).stream().findFirst();
  }

  @Override
  public <T> List<Stored<T>> findAll(Kind<T> kind, Collection<String> ids) {
    return select(kind).byIds(ids);
  }

  @Override
  public <T> List<Stored<T>> list(Query<T> query) {
    Table<T> table = table(query.kind());
    if (!isListed(query, table)) {
      return new Select<>(session, tenant, table).page(query, query.limit());
    }
    if (!query.kind().isOrdered()) {
      return rechecked(query, table);
    }
    ListSelect<T> lists = new ListSelect<>(session, tenant, table);
    return query.order() == Query.Order.POSITION ? lists.byPosition(query) : lists.byTime(query);
  }

  @Override
  public <T> void each(Query<T> query, Consumer<Stored<T>> visitor) {
    int left = query.limit();
    Query<T> next = query;
    while (left > 0) {
      int size = Math.min(PAGE, left);
      List<Stored<T>> page = list(next.limit(size));
      page.forEach(visitor);
      if (page.size() < size) {
        return;
      }
      left -= size;
      next = query.after(page.get(size - 1));
    }
  }

  @Override
  public <T> long count(Query<T> query) {
    Table<T> table = table(query.kind());
    if (!isListed(query, table)) {
      return new Select<>(session, tenant, table).count(query);
    }
    if (query.kind().isOrdered() && isOnlyListed(query, table)) {
      return new ListSelect<>(session, tenant, table).count(query);
    }
    long[] count = {0};
    each(query.everything(), stored -> count[0]++);
    return count[0];
  }

  @Override
  public long position() {
    requireOpen();
    return head.position();
  }

  /** A hash may be another value's: what the lists of a mutable kind find is looked at again. */
  private <T> List<Stored<T>> rechecked(Query<T> query, Table<T> table) {
    Select<T> select = new Select<>(session, tenant, table);
    List<Stored<T>> found = new ArrayList<>();
    Query<T> next = query;
    while (true) {
      int want = query.limit() - found.size();
      List<Stored<T>> page = select.page(next, want);
      page.stream().filter(query::matches).forEach(found::add);
      if (page.size() < want || found.size() == query.limit()) {
        return found;
      }
      next = query.after(page.get(page.size() - 1));
    }
  }

  private static <T> boolean isListed(Query<T> query, Table<T> table) {
    return query.conditions().stream().anyMatch(condition -> table.isListed(condition.index()));
  }

  private static <T> boolean isOnlyListed(Query<T> query, Table<T> table) {
    return query.conditions().stream().allMatch(condition -> table.isListed(condition.index()))
        && query.range().isEmpty()
        && query.from().isEmpty()
        && query.before().isEmpty();
  }

  private <T> Select<T> select(Kind<T> kind) {
    return new Select<>(session, tenant, table(kind));
  }

  private <T> Table<T> table(Kind<T> kind) {
    requireOpen();
    return tables.of(kind);
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("this reader ended with the work that it was given to");
    }
  }
}
