/**
 * Imported before @napi-rs/canvas, which else maps every font of the machine into the process (320 MB and 0.3 s with 2,800 fonts).
 * Pages are drawn with their own outlines, so that no font of the machine can change a crop.
 */
process.env.DISABLE_SYSTEM_FONTS_LOAD ??= "1";
