package org.lmskit.scorm.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.sequencing.Walk.mode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** A step on 10,000 activities costs its path and the siblings that it looks at. */
@Tag("long")
class SequencingSpeedTest {
  @ParameterizedTest
  @CsvSource({"100, 99", "1, 10000"})
  void a_request_on_ten_thousand_activities_takes_less_than_two_milliseconds(
      int sections, int pages) {
    List<ActivityDefinition> chapters = new ArrayList<>();
    for (int c = 0; c < sections; c++) {
      List<ActivityDefinition> leaves = new ArrayList<>();
      for (int i = 0; i < pages; i++) {
        leaves.add(ActivityDefinition.leaf("a" + c + "-" + i, Sequencing.DEFAULT));
      }
      var free = mode(ControlMode.FREE).build();
      chapters.add(ActivityDefinition.cluster("c" + c, free, leaves));
    }
    var walk =
        Walk.on(ActivityDefinition.cluster("root", mode(ControlMode.FREE).build(), chapters));
    walk.start();
    for (int i = 0; i < 2000; i++) {
      walk.next();
    }

    long begun = System.nanoTime();
    for (int i = 0; i < 2000; i++) {
      walk.next();
    }
    var each = Duration.ofNanos((System.nanoTime() - begun) / 2000);
    begun = System.nanoTime();
    int choices = Sequencer.validRequests(walk.state, walk.now).choice().size();
    var all = Duration.ofNanos(System.nanoTime() - begun);

    System.out.println(sections + " sections of " + pages + " pages: " + each.toNanos() / 1000
        + " us a continue request, " + all.toMillis() + " ms for all valid requests");
    assertThat(choices).isEqualTo(1 + sections + sections * pages);
    assertThat(each).isLessThan(Duration.ofMillis(2));
  }
}
