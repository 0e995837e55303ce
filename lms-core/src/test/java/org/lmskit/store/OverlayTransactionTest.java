package org.lmskit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.model.TenantId;

class OverlayTransactionTest {
  private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");

  private final List<Integer> limits = new ArrayList<>();

  @Test
  void a_page_costs_the_same_however_much_was_changed_before_it() {
    try (Store store = new InMemoryStore()) {
      store.write(TenantId.DEFAULT, NOW, tx -> {
        Stream.of("a", "b", "c", "d", "e", "f", "g")
            .forEach(id -> tx.insert(Samples.PLAIN, new Plain(id, "old")));
        return true;
      });
      store.read(TenantId.DEFAULT, reader -> {
        Query<Plain> page = Query.of(Samples.PLAIN).limit(3);
        Transaction tx = new OverlayTransaction(watched(reader));
        List<Stored<Plain>> first = tx.list(page);
        first.forEach(stored -> tx.update(stored, new Plain(stored.id(), "new")));
        limits.clear();

        List<Stored<Plain>> second = tx.list(page.after(first.get(2)));
        tx.update(second.get(1), new Plain("e", "new"));
        List<Stored<Plain>> third = tx.list(page.after(second.get(0)));

        assertThat(second).extracting(Stored::id).containsExactly("d", "e", "f");
        assertThat(third).extracting(Stored::id).containsExactly("e", "f", "g");
        assertThat(third.get(0).value().text()).isEqualTo("new");
        assertThat(tx.list(page)).extracting(stored -> stored.value().text()).containsOnly("new");
        assertThat(limits).containsExactly(3, 4, 7);
        return true;
      });
    }
  }

  private Reader watched(Reader reader) {
    return (Reader) Proxy.newProxyInstance(
        Reader.class.getClassLoader(), new Class<?>[] {Reader.class}, (proxy, method, args) -> {
          if (method.getName().equals("list")) {
            limits.add(((Query<?>) args[0]).limit());
          }
          try {
            return method.invoke(reader, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
