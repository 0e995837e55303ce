package org.lmskit.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** What the parts of the contract share: a store, a tenant of their own, and short ways to use both. */
interface StoreTests {
  Store store();

  TenantId tenant();

  default void write(Consumer<Transaction> work) {
    writeAt(StoreContract.NOW, work);
  }

  default void writeAt(Instant now, Consumer<Transaction> work) {
    store().write(tenant(), now, tx -> {
      work.accept(tx);
      return true;
    });
  }

  default <R> R read(Function<Reader, R> work) {
    return store().read(tenant(), work);
  }

  @SuppressWarnings("unchecked")
  default <T> void insert(Kind<T> kind, T... values) {
    write(tx -> tx.insert(kind, List.of(values)));
  }

  default <T> Stored<T> get(Kind<T> kind, String id) {
    return read(reader -> reader.find(kind, id)).orElseThrow();
  }

  default <T> Optional<Stored<T>> find(Kind<T> kind, String id) {
    return read(reader -> reader.find(kind, id));
  }

  default <T> List<Stored<T>> findAll(Kind<T> kind, List<String> ids) {
    return read(reader -> reader.findAll(kind, ids));
  }

  default <T> List<Stored<T>> list(Query<T> query) {
    return read(reader -> reader.list(query));
  }

  default long count(Query<?> query) {
    return read(reader -> reader.count(query));
  }

  default long position() {
    return read(Reader::position);
  }

  default <T> List<String> ids(Query<T> query) {
    return read(reader -> ids(reader.list(query)));
  }

  static <T> List<String> ids(List<Stored<T>> found) {
    return found.stream().map(Stored::id).toList();
  }
}
