package org.lmskit.examples.academy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;

/** Walks through pages where a list is known to be short. */
final class Pager {
  private Pager() {}

  static <T> List<T> all(Function<PageRequest, Page<T>> finder) {
    List<T> all = new ArrayList<>();
    PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
    while (request != null) {
      Page<T> page = finder.apply(request);
      all.addAll(page.items());
      request = page.nextOrNull();
    }
    return all;
  }
}
