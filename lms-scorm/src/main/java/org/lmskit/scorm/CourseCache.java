package org.lmskit.scorm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lmskit.model.TenantId;

/** The activity trees of packages in use: they never change, and are dear to build. */
final class CourseCache {
  private static final int MOST = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, ScormCourse> courses = new LinkedHashMap<>(MOST, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, ScormCourse> eldest) {
      return size() > MOST;
    }
  };

  private record Key(TenantId tenant, String packageId) {}

  ScormCourse of(TenantId tenant, ScormPackage content) {
    lock.lock();
    try {
      return courses.computeIfAbsent(
          new Key(tenant, content.id()),
          key -> ScormCourse.of(content.manifest(), content.compatibility()));
    } finally {
      lock.unlock();
    }
  }
}
