/** The forms of posts by the names that buttons and links call them. */
export const POSITION_FORM = 'stelle';
export const OCCUPANCY_FORM = 'besetzung';
export const MOVE_FORM = 'verlagerung';
