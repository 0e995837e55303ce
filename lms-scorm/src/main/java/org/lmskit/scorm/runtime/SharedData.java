package org.lmskit.scorm.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A data store that content shares with other content ({@code adl.data.n}).
 *
 * @param id the target id of the manifest's {@code adlcp:map}
 * @param value what is in it, null if nothing yet
 * @param readable whether this content may read it ({@code readSharedData})
 * @param writable whether this content may write it ({@code writeSharedData})
 * @see "SCORM 2004 4th Ed. RTE 4.3.1"
 */
public record SharedData(String id, @Nullable String value, boolean readable, boolean writable) {}
