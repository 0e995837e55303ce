package org.lmskit.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** Pages of queries: a cursor is the time, position and id of the last item. */
public final class Pages {
  private Pages() {}

  /**
   * One page of what a query finds.
   *
   * @param query without limit and place; both come from the request
   * @throws IllegalArgumentException if the request's place did not come from a page
   */
  public static <T> Page<T> of(Reader reader, Query<T> query, PageRequest request) {
    Query<T> placed = request.after().isEmpty() ? query : query.after(decode(request.after()));
    List<Stored<T>> found = reader.list(placed.limit(request.limit() + 1));
    boolean hasMore = found.size() > request.limit();
    List<Stored<T>> items = hasMore ? found.subList(0, request.limit()) : found;
    PageRequest next = hasMore
        ? new PageRequest(request.limit(), encode(query, items.get(items.size() - 1)))
        : null;
    return new Page<>(items.stream().map(Stored::value).toList(), next);
  }

  private static <T> String encode(Query<T> query, Stored<T> last) {
    long time = query.kind().timeOf(last.value()).toEpochMilli();
    String place = time + " " + last.position() + " " + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static Query.After decode(String cursor) {
    String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    String[] parts = place.split(" ", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("not the place of a page: " + cursor);
    }
    return new Query.After(
        Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[2], Long.parseLong(parts[1]));
  }
}
