package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Stores;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/** The engine inside transactions that the host begins and ends. */
class HostTransactionTest {
  private final String url = Stores.postgresUrl();
  private Store own;
  private Connection host;
  private TestLms test;
  private Lms lms;

  @BeforeEach
  void open() throws SQLException {
    own = JdbcStore.at(url, Lms.KINDS);
    host = DriverManager.getConnection(url);
    host.setAutoCommit(false);
    test = new TestLms(JdbcStore.joining(() -> host, Lms.KINDS));
    lms = test.start();
  }

  @AfterEach
  void close() throws SQLException {
    test.store.close();
    host.rollback();
    host.close();
    own.close();
  }

  @Test
  void what_the_engine_did_is_the_hosts_to_keep_or_to_undo() throws SQLException {
    lms.catalog().publish(test.fireSafety());
    host.commit();
    lms.enrollments().enroll(TestLms.ANN, TestLms.FIRE_SAFETY);
    host.rollback();
    lms.enrollments().enroll(TestLms.BEN, TestLms.FIRE_SAFETY);
    assertThat(test.heard).isEmpty();
    host.commit();
    lms.deliver();
    host.commit();

    assertThat(lms.enrollments().of(TestLms.ANN, TestLms.ALL).items()).isEmpty();
    assertThat(lms.enrollments().of(TestLms.BEN, TestLms.ALL).items()).hasSize(1);
    assertThat(test.events())
        .containsExactly("CourseVersionPublished", "LearnerRegistered", "EnrollmentOpened");
  }

  @Test
  void files_that_a_rollback_may_need_again_are_not_removed() throws SQLException {
    lms.catalog().publish(test.fireSafety());
    host.commit();

    assertRefused(() -> lms.collectGarbage(Duration.ofDays(-1)));
    assertRefused(() -> lms.archive().delete());
    lms.maintenance(Duration.ofSeconds(5));
    host.rollback();

    List<Long> sizes = new ArrayList<>();
    test.content.each(TenantId.DEFAULT, Instant.MAX, blob -> sizes.add(blob.size()));
    assertThat(sizes).hasSize(2);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason().name()).isEqualTo("HOST_TRANSACTION"));
  }
}
