/**
 * The player's server: launch documents, calls, navigation, the player's files and the content of
 * packages, as one framework-neutral handler. The documents are described in the guide's page
 * {@code scorm-player-protocol}.
 */
@NullMarked
package org.lmskit.scorm.http;

import org.jspecify.annotations.NullMarked;
