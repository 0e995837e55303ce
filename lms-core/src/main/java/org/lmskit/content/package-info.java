/** Where files live: the SPI, and its in-memory and directory implementations. */
@NullMarked
package org.lmskit.content;

import org.jspecify.annotations.NullMarked;
