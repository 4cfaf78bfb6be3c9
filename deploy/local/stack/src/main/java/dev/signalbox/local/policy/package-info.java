/** Policy documents from the keyboard: proved, compared, tested, published, and tried out beside the active one. */
package dev.signalbox.local.policy;
